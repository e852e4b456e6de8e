/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What reading an article gave becomes bytes and comes back the same, field
 * by field.  Whatever the bytes are, coming back never makes a claim that
 * extraction could not have made the shape of: every index, enumeration and
 * number is checked.
 */
#include "extract/claims.h"

#include <string.h>

/* ---- What there is to pack ----------------------------------------------- */

/* Each names all fields in order, without names, so that the compiler tells
 * (-Wmissing-field-initializers) of a field that was added: pack it below. */

static ClInterval
all_of_interval(ClInterval i)
{
    return (ClInterval){i.lo,      i.hi,           i.lo_open,
                        i.hi_open, i.lo_unbounded, i.hi_unbounded};
}

static ClQuantity
all_of_quantity(ClQuantity q)
{
    return (ClQuantity){q.span, q.number, q.kind,  q.shape,  q.form,
                        q.hard, q.usual,  q.value, q.upper,  q.place,
                        q.unit, q.per,    q.hedge, q.spoken, q.span_of_values};
}

static ClFacetValue
all_of_facet(ClFacetValue f)
{
    return (ClFacetValue){f.value,  f.words, f.assumed, f.lent,   f.aside,
                          f.framed, f.from,  f.to,      f.seconds};
}

static ClClaim
all_of_claim(ClClaim c)
{
    return (ClClaim){c.rule,     c.article, c.span,          c.quantity_span,
                     c.place,    c.text,    c.quantity_text, c.sentence,
                     c.quantity, c.facets,  c.sentence_key,  c.carried,
                     c.repeat_of};
}

/* ---- Out ----------------------------------------------------------------- */

static void
put_span(GString *out, ClSpan span)
{
    cl_bytes_put(out, span.start);
    cl_bytes_put(out, span.end);
}

static void
put_interval(GString *out, const ClInterval *interval)
{
    cl_bytes_put_number(out, interval->lo);
    cl_bytes_put_number(out, interval->hi);
    cl_bytes_put(out, (unsigned)interval->lo_open |
                          (unsigned)interval->hi_open << 1 |
                          (unsigned)interval->lo_unbounded << 2 |
                          (unsigned)interval->hi_unbounded << 3);
}

static void
put_quantity(GString *out, const ClQuantity *quantity)
{
    put_span(out, quantity->span);
    put_span(out, quantity->number);
    cl_bytes_put(out, quantity->kind);
    cl_bytes_put(out, quantity->shape);
    cl_bytes_put(out, quantity->form);
    put_interval(out, &quantity->hard);
    put_interval(out, &quantity->usual);
    cl_bytes_put_number(out, quantity->value);
    cl_bytes_put_number(out, quantity->upper);
    cl_bytes_put_signed(out, quantity->place);
    cl_bytes_put(out, (unsigned)quantity->unit);
    cl_bytes_put(out, (unsigned)quantity->per);
    cl_bytes_put_text(out, quantity->hedge);
    cl_bytes_put(out, (unsigned)quantity->spoken |
                          (unsigned)quantity->span_of_values << 1);
}

static void
put_facet(GString *out, const ClFacetValue *facet)
{
    cl_bytes_put_text(out, facet->value);
    cl_bytes_put_text(out, facet->words);
    cl_bytes_put(out, (unsigned)facet->assumed | (unsigned)facet->lent << 1 |
                          (unsigned)facet->aside << 2 |
                          (unsigned)facet->framed << 3);
    cl_bytes_put_signed(out, facet->from);
    cl_bytes_put_signed(out, facet->to);
    cl_bytes_put_number(out, facet->seconds);
}

static void
put_entry(GString *out, const Entry *entry)
{
    const ClClaim *const claim = &entry->claim;
    cl_bytes_put_text(out, claim->rule->id);
    put_span(out, claim->span);
    put_span(out, claim->quantity_span);
    cl_bytes_put(out, claim->place.line);
    cl_bytes_put(out, claim->place.column);
    cl_bytes_put(out, claim->place.end_line);
    cl_bytes_put(out, claim->place.end_column);
    cl_bytes_put_text(out, claim->text);
    cl_bytes_put_text(out, claim->quantity_text);
    cl_bytes_put_text(out, claim->sentence);
    put_quantity(out, &claim->quantity);
    for (unsigned i = 0; i < claim->rule->facets->len; i++)
        put_facet(out, &claim->facets[i]);
    cl_bytes_put(out, claim->sentence_key);
    cl_bytes_put(out, claim->carried);
    cl_bytes_put(out, entry->position);
}

static void
put_info(GString *out, const ClArticleInfo *info)
{
    cl_bytes_put_text(out, info->title);
    cl_bytes_put_text(out, info->source);
    cl_bytes_put_text(out, info->author);
    cl_bytes_put_text(out, info->date);
    put_span(out, info->title_span);
}

static void
put_notes(GString *out, const ClNotes *notes)
{
    cl_bytes_put(out, cl_notes_count(notes));
    for (size_t i = 0; i < cl_notes_count(notes); i++) {
        const ClNote *const note = cl_notes_get(notes, i);
        cl_bytes_put_text(out, note->kind);
        cl_bytes_put(out, note->severity);
        cl_bytes_put(out, note->incomplete);
        cl_bytes_put_text(out, note->file);
        cl_bytes_put(out, note->line);
        cl_bytes_put(out, note->column);
        cl_bytes_put_text(out, note->message);
        cl_bytes_put_text(out, note->hint);
    }
}

void
cl_claims_pack(const ClClaims *claims,
               const ClClaimsMark *before,
               const ClNotes *notes,
               GString *out)
{
    const size_t articles = claims->infos->len - before->articles;
    g_assert(articles <= 1);
    cl_bytes_put(out, articles);
    if (articles)
        put_info(out, claims->infos->pdata[before->articles]);
    cl_bytes_put(out, claims->sentences - before->sentences);
    cl_bytes_put(out, claims->figures - before->figures);
    cl_bytes_put(out, claims->unclaimed - before->unclaimed);
    cl_bytes_put(out, claims->entries->len - before->claims);
    for (size_t i = before->claims; i < claims->entries->len; i++)
        put_entry(out, &g_array_index(claims->entries, Entry, i));
    put_notes(out, notes);
}

/* ---- In ------------------------------------------------------------------ */

/** Bytes being read, and whose strings and rules they become. */
typedef struct {
    ClBytes bytes;
    ClClaims *claims;
    const ClRuleSet *rules;
} Unpacking;

static const char *
get_text(Unpacking *from)
{
    return claims_keep(from->claims, cl_bytes_get_text(&from->bytes));
}

/* A text that is there in any case. */
static const char *
get_words(Unpacking *from)
{
    const char *const text = get_text(from);
    from->bytes.bad |= !text;
    return text;
}

static unsigned
get_small(Unpacking *from, unsigned most)
{
    return (unsigned)cl_bytes_get(&from->bytes, most);
}

static ClSpan
get_span(Unpacking *from)
{
    const size_t start = (size_t)cl_bytes_get(&from->bytes, SIZE_MAX);
    return (ClSpan){start, (size_t)cl_bytes_get(&from->bytes, SIZE_MAX)};
}

static int32_t
get_int(Unpacking *from)
{
    const int64_t value = cl_bytes_get_signed(&from->bytes);
    from->bytes.bad |= value < INT32_MIN || value > INT32_MAX;
    return from->bytes.bad ? 0 : (int32_t)value;
}

static ClInterval
get_interval(Unpacking *from)
{
    ClInterval interval = {.lo = cl_bytes_get_number(&from->bytes)};
    interval.hi = cl_bytes_get_number(&from->bytes);
    const unsigned flags = get_small(from, 15);
    interval.lo_open = flags & 1;
    interval.hi_open = flags >> 1 & 1;
    interval.lo_unbounded = flags >> 2 & 1;
    interval.hi_unbounded = flags >> 3;
    return all_of_interval(interval);
}

static ClUnitId
get_unit(Unpacking *from)
{
    const ClUnitId unit = (ClUnitId)get_small(from, INT32_MAX);
    if (cl_unit_exists(cl_rule_set_vocabulary(from->rules), unit))
        return unit;
    from->bytes.bad = true;
    return 0;
}

/* A place is near its number: no text has ten thousand digits. */
static int
get_place(Unpacking *from)
{
    const int place = get_int(from);
    from->bytes.bad |= place < -INT16_MAX || place > INT16_MAX;
    return place;
}

static ClQuantity
get_quantity(Unpacking *from)
{
    ClQuantity quantity = {.span = get_span(from)};
    quantity.number = get_span(from);
    quantity.kind = (ClQuantityKind)get_small(from, CL_KIND_COUNT);
    quantity.shape = (ClShape)get_small(from, CL_SHAPE_RANGE);
    quantity.form = (ClForm)get_small(from, CL_FORM_DECLINE);
    quantity.hard = get_interval(from);
    quantity.usual = get_interval(from);
    quantity.value = cl_bytes_get_number(&from->bytes);
    quantity.upper = cl_bytes_get_number(&from->bytes);
    quantity.place = get_place(from);
    quantity.unit = get_unit(from);
    quantity.per = get_unit(from);
    quantity.hedge = get_words(from);
    const unsigned flags = get_small(from, 3);
    quantity.spoken = flags & 1;
    quantity.span_of_values = flags >> 1;
    return all_of_quantity(quantity);
}

static ClFacetValue
get_facet(Unpacking *from)
{
    ClFacetValue facet = {.value = get_text(from)};
    facet.words = get_text(from);
    const unsigned flags = get_small(from, 15);
    facet.assumed = flags & 1;
    facet.lent = flags >> 1 & 1;
    facet.aside = flags >> 2 & 1;
    facet.framed = flags >> 3 & 1;
    facet.from = get_int(from);
    facet.to = get_int(from);
    facet.seconds = cl_bytes_get_number(&from->bytes);
    return all_of_facet(facet);
}

static ClPlace
get_place_of(Unpacking *from)
{
    ClPlace place = {.line = get_small(from, UINT32_MAX)};
    place.column = get_small(from, UINT32_MAX);
    place.end_line = get_small(from, UINT32_MAX);
    place.end_column = get_small(from, UINT32_MAX);
    return place;
}

static void
get_entry(Unpacking *from, const ClArticleInfo *info)
{
    const char *const id = cl_bytes_get_text(&from->bytes);
    ClClaim claim = {.rule = id ? cl_rule_set_find(from->rules, id) : NULL};
    from->bytes.bad |= !claim.rule;
    if (from->bytes.bad)
        return;
    claim.article = info;
    claim.span = get_span(from);
    claim.quantity_span = get_span(from);
    claim.place = get_place_of(from);
    claim.text = get_words(from);
    claim.quantity_text = get_words(from);
    claim.sentence = get_words(from);
    claim.quantity = get_quantity(from);
    const unsigned count = claim.rule->facets->len;
    g_autofree ClFacetValue *facets = g_new0(ClFacetValue, count);
    for (unsigned i = 0; i < count; i++)
        facets[i] = get_facet(from);
    claim.sentence_key = cl_bytes_get(&from->bytes, UINT64_MAX);
    claim.carried = get_small(from, CL_CARRIED_GUESSED);
    const size_t position = (size_t)cl_bytes_get(&from->bytes, SIZE_MAX);
    claims_add(from->claims, all_of_claim(claim), facets, position);
}

static const ClArticleInfo *
get_info(Unpacking *from, const char *path)
{
    const char *const title = cl_bytes_get_text(&from->bytes);
    const char *const source = cl_bytes_get_text(&from->bytes);
    const char *const author = cl_bytes_get_text(&from->bytes);
    ClArticleInfo info = {path, title, source, author, "", {0, 0}};
    const char *const date = cl_bytes_get_text(&from->bytes);
    from->bytes.bad |= !date || g_strlcpy(info.date, date, sizeof info.date) >=
                                    sizeof info.date;
    info.title_span = get_span(from);
    return from->bytes.bad ? NULL : claims_keep_info(from->claims, &info);
}

static void
get_note(Unpacking *from, ClNotes *notes)
{
    const char *const kind = get_words(from);
    const ClSeverity severity = (ClSeverity)get_small(from, CL_SEVERITY_ERROR);
    const bool incomplete = get_small(from, 1);
    const char *const file = cl_bytes_get_text(&from->bytes);
    const unsigned line = get_small(from, UINT32_MAX);
    const unsigned column = get_small(from, UINT32_MAX);
    const char *const message = get_words(from);
    const char *const hint = cl_bytes_get_text(&from->bytes);
    if (from->bytes.bad)
        return;
    cl_notes_add(notes, kind, severity, file, line, column, hint, "%s", message)
        ->incomplete = incomplete;
}

static void
get_all(Unpacking *from, const char *path, ClNotes *notes)
{
    ClBytes *const bytes = &from->bytes;
    ClClaims *const claims = from->claims;
    const ClArticleInfo *info = NULL;
    if (cl_bytes_get(bytes, 1))
        info = get_info(from, path);
    claims->sentences += (size_t)cl_bytes_get(bytes, SIZE_MAX);
    claims->figures += (size_t)cl_bytes_get(bytes, SIZE_MAX);
    const size_t unclaimed = (size_t)cl_bytes_get(bytes, SIZE_MAX);
    claims->unclaimed += claims->counts_unclaimed ? unclaimed : 0;
    uint64_t count = cl_bytes_get(bytes, info ? UINT64_MAX : 0);
    for (; count && !bytes->bad; count--)
        get_entry(from, info);
    count = cl_bytes_get(bytes, UINT64_MAX);
    for (; count && !bytes->bad; count--)
        get_note(from, notes);
}

/* Strings stay: nobody points to them, and they go with the claims. */
static void
take_back(ClClaims *claims, const ClClaimsMark *mark)
{
    g_array_set_size(claims->entries, (guint)mark->claims);
    g_ptr_array_set_size(claims->facets, (gint)mark->claims);
    g_ptr_array_set_size(claims->infos, (gint)mark->articles);
    claims->sentences = mark->sentences;
    claims->figures = mark->figures;
    claims->unclaimed = mark->unclaimed;
}

bool
cl_claims_unpack(ClClaims *claims,
                 const ClRuleSet *rules,
                 const char *path,
                 ClBytes bytes,
                 ClNotes *notes)
{
    const ClClaimsMark mark = cl_claims_mark(claims);
    Unpacking from = {bytes, claims, rules};
    get_all(&from, path, notes);
    if (!from.bytes.bad && from.bytes.at == from.bytes.end)
        return true;
    take_back(claims, &mark);
    return false;
}
