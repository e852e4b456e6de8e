/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Turns a text into one that says the same in another way.  A number whose
 * rewriting could mean something else, or could be a name, stays as it is.
 */
#include "cli/rewrite.h"

#include "report/report.h"
#include "text/text.h"

#include <string.h>

/* A text being rewritten. */
typedef struct {
    const ClRuleSet *rules;
    const ClFolded *folded;
    const GArray *hits; /* of ClHit */
    ClRewriting how;
} Rewriting;

enum { MOST_DIGITS = 15, MOST_CHINESE = 12 }; /* 9999亿 */

const char *
cl_rewriting_name(ClRewriting how)
{
    static const char *const names[] = {
        "with numbers in digits",   "with numbers in Chinese",
        "with full-width digits",   "in traditional characters",
        "in full-width characters",
    };
    return names[how];
}

/* ---- Numbers ----------------------------------------------------------- */

static const char *const chinese_digits[] = {"零", "一", "二", "三", "四",
                                             "五", "六", "七", "八", "九"};

/* Four digits: 1050 is 一千零五十; leading: 12 is 十二, else 一十二. */
static void
append_group(int group, bool leading, GString *out)
{
    static const char *const places[] = {"千", "百", "十", ""};
    bool started = false, zero = false;
    for (int i = 0, power = 1000; i < 4; i++, power /= 10) {
        const int digit = group / power % 10;
        if (!digit) {
            zero = started;
            continue;
        }
        if (zero)
            g_string_append(out, chinese_digits[0]);
        if (started || !leading || i != 2 || digit != 1)
            g_string_append(out, chinese_digits[digit]);
        g_string_append(out, places[i]);
        started = true;
        zero = false;
    }
}

void
cl_rewrite_chinese(int64_t number, GString *out)
{
    static const struct {
        int64_t factor;
        const char *name;
    } groups[] = {{100000000, "亿"}, {10000, "万"}, {1, ""}};
    bool started = false, gap = false;
    for (size_t i = 0; i < G_N_ELEMENTS(groups); i++) {
        const int group = (int)(number / groups[i].factor % 10000);
        if (!group) {
            gap = started;
            continue;
        }
        if (started && (gap || group < 1000))
            g_string_append(out, chinese_digits[0]);
        append_group(group, !started, out);
        g_string_append(out, groups[i].name);
        started = true;
        gap = false;
    }
    if (!started)
        g_string_append(out, chinese_digits[0]);
}

static void
append_digits(int64_t number, GString *out)
{
    g_autofree char *digits = g_strdup_printf("%" G_GINT64_FORMAT, number);
    const size_t length = strlen(digits);
    for (size_t i = 0; i < length; i++) {
        if (i && (length - i) % 3 == 0)
            g_string_append_c(out, ',');
        g_string_append_c(out, digits[i]);
    }
}

/* ---- What may be rewritten --------------------------------------------- */

/* "28.9万", "289,000", "二十八万九千": one number, spelt out to its end. */
static bool
is_plain(const char *number, size_t length)
{
    static const char *const signs =
        "0123456789,.零一二三四五六七八九十百千万亿";
    bool point = false;
    for (const char *p = number; p < number + length; p = g_utf8_next_char(p)) {
        const size_t size = (size_t)(g_utf8_next_char(p) - p);
        if (!g_strstr_len(signs, -1,
                          (char[5]){p[0], size > 1 ? p[1] : 0,
                                    size > 2 ? p[2] : 0, size > 3 ? p[3] : 0,
                                    0}))
            return false;
        /* 30.0万 is more exact than 300,000 */
        point |= *p == '.';
        if (point && *p == '0' && !g_ascii_isdigit(p[1]))
            return false;
    }
    return true;
}

/* The place two figures are held against each other at, see check/agree.c. */
static int
precision(const ClQuantity *quantity, int place)
{
    const int last = quantity->value.exponent;
    return MAX(place, MIN(last, cl_number_magnitude(quantity->value) - 1));
}

static bool
is_exact(const ClQuantity *quantity)
{
    return quantity->shape == CL_SHAPE_POINT && !quantity->spoken &&
           !quantity->span_of_values && quantity->form != CL_FORM_DECLINE &&
           strcmp(quantity->hedge, "exact") == 0 &&
           cl_interval_is_point(quantity->hard);
}

static bool
is_of_a_kind(const ClQuantity *quantity)
{
    switch (quantity->kind) {
    case CL_KIND_COUNT:
    case CL_KIND_CURRENCY:
    case CL_KIND_DIMENSION:
    case CL_KIND_DURATION:
        return true;
    case CL_KIND_NUMBER: /* 2025 may be a year */
        return cl_number_magnitude(quantity->value) >= 4;
    default:
        return false;
    }
}

/* iPhone 17 and 近三年 are words of rules: their numbers are no figures. */
static bool
is_in_term(const Rewriting *work, ClSpan number)
{
    for (guint i = 0; i < work->hits->len; i++) {
        const ClHit *const hit = &g_array_index(work->hits, ClHit, i);
        size_t count;
        const ClTermUse *const uses =
            cl_rule_set_uses(work->rules, hit->term, &count);
        for (size_t j = 0; j < count; j++)
            if (!cl_role_is_shared(uses[j].role) &&
                cl_span_overlaps(hit->span, number))
                return true;
    }
    return false;
}

static gunichar
char_before(const char *text, size_t at)
{
    const char *const before =
        at ? g_utf8_find_prev_char(text, text + at) : NULL;
    return before ? g_utf8_get_char(before) : 0;
}

static bool
is_one_of(gunichar c, const char *list)
{
    return c && g_utf8_strchr(list, -1, c);
}

/* 第3, 统一24万, SU7 3台 and ¥5,999 are no places for another notation. */
static bool
has_room(const char *text, ClSpan number, ClRewriting how)
{
    const gunichar before = char_before(text, number.start);
    const gunichar after = g_utf8_get_char(text + number.end);
    if (how == CL_REWRITE_CHINESE &&
        (!cl_char_is_han(after) || before == 0xA5 || before == '$'))
        return false;
    return !(before < 0x80 &&
             (g_ascii_isalnum((char)before) || is_one_of(before, "./-~+:"))) &&
           !is_one_of(before, "第一二三四五六七八九十百千万亿两几数零半—") &&
           !is_one_of(after, "多余来几半一二三四五六七八九十百千万亿");
}

/* The whole number to write instead; -1 to leave it. */
static int64_t
number_of(const Rewriting *work, const ClQuantity *quantity)
{
    const ClNumber value = quantity->value;
    const char *const text = work->folded->cased->str;
    const int place =
        work->how == CL_REWRITE_DIGITS ? 0 : quantity->value.exponent;
    if (!is_exact(quantity) || !is_of_a_kind(quantity) || value.divisor != 1 ||
        value.exponent < 0 || value.digits < 0 ||
        cl_number_magnitude(value) < 1 ||
        cl_number_magnitude(value) >=
            (work->how == CL_REWRITE_DIGITS ? MOST_DIGITS : MOST_CHINESE) ||
        precision(quantity, quantity->place) != precision(quantity, place) ||
        !is_plain(text + quantity->number.start,
                  quantity->number.end - quantity->number.start) ||
        !has_room(text, quantity->number, work->how) ||
        is_in_term(work, quantity->number))
        return -1;
    int64_t number = value.digits;
    for (int i = 0; i < value.exponent; i++)
        number *= 10;
    return number;
}

/* ---- Rewriting --------------------------------------------------------- */

static void
append_wide(const char *text, size_t length, GString *out)
{
    for (size_t i = 0; i < length; i++)
        if (g_ascii_isdigit(text[i]))
            g_string_append_unichar(out, 0xFF10u + (gunichar)(text[i] - '0'));
        else
            g_string_append_c(out, text[i]);
}

static void
append_number(const Rewriting *work,
              const ClQuantity *quantity,
              const char *original,
              size_t length,
              GString *out)
{
    if (work->how == CL_REWRITE_WIDE_DIGITS) {
        append_wide(original, length, out);
        return;
    }
    const int64_t number = number_of(work, quantity);
    if (number < 0)
        g_string_append_len(out, original, (gssize)length);
    else if (work->how == CL_REWRITE_DIGITS)
        append_digits(number, out);
    else
        cl_rewrite_chinese(number, out);
}

static char *
rewrite_numbers(const Rewriting *work, const char *text)
{
    const GString *const cased = work->folded->cased;
    g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(ClQuantity));
    GString *const out = g_string_new(NULL);
    size_t at = 0;
    cl_quantities_read(cl_rule_set_vocabulary(work->rules), cased->str,
                       cased->len, found);
    for (guint i = 0; i < found->len; i++) {
        const ClQuantity *const quantity = &g_array_index(found, ClQuantity, i);
        const ClSpan span = cl_folded_origin(work->folded, quantity->number);
        g_string_append_len(out, text + at, (gssize)(span.start - at));
        append_number(work, quantity, text + span.start, span.end - span.start,
                      out);
        at = span.end;
    }
    g_string_append(out, text + at);
    return g_string_free(out, FALSE);
}

char *
cl_rewrite(const ClRuleSet *rules, const char *text, ClRewriting how)
{
    if (how == CL_REWRITE_TRADITIONAL)
        return cl_text_traditional(text);
    if (how == CL_REWRITE_FULL_WIDTH)
        return cl_text_full_width(text);
    g_auto(ClFolded) folded;
    g_autoptr(GArray) hits = g_array_new(FALSE, FALSE, sizeof(ClHit));
    cl_folded_init(&folded);
    cl_fold_text(text, strlen(text), &folded);
    cl_rule_set_match(rules, folded.text->str, folded.text->len, hits, NULL);
    const Rewriting work = {rules, &folded, hits, how};
    return rewrite_numbers(&work, text);
}
