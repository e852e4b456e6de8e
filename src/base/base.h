/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CL_BASE_H
#define CL_BASE_H

/*
 * What every stage needs and none owns: spans, exact numbers, notes, a YAML
 * tree that knows its lines, files read and written whole.  Knows neither news
 * nor numbers in words.
 */

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/** A function that few calls need: it stays out of the code of its callers,
 * which then have little to save and to put back. */
#define CL_SELDOM __attribute__((noinline))

/* ---- Spans ------------------------------------------------------------- */

/** A run of bytes [start, end). */
typedef struct {
    size_t start;
    size_t end;
} ClSpan;

/** True if the two share at least one byte. */
bool cl_span_overlaps(ClSpan a, ClSpan b);

/** True if inner lies wholly in outer. */
bool cl_span_contains(ClSpan outer, ClSpan inner);

/** The shortest span that covers both. */
ClSpan cl_span_join(ClSpan a, ClSpan b);

/* ---- Numbers ----------------------------------------------------------- */

/**
 * An exact rational: digits / divisor * 10^exponent.
 *
 * Kept normal: divisor > 0 and prime to digits and to 10, digits without
 * trailing zeros, zero is 0/1*10^0.  divisor 0 is the one error value: the
 * result did not fit.  Whatever takes an error value gives one.  A divisor of
 * 14 digits holds the ratio of any two figures in print, and with it a number
 * is 16 bytes, which travel in registers.
 */
typedef struct {
    int64_t digits;
    int64_t divisor : 48;
    int64_t exponent : 16;
} ClNumber;

/** The error value: a result that did not fit. */
#define CL_NUMBER_OVERFLOW ((ClNumber){0, 0, 0})

/** Past this many places no figure in print makes sense, and printing it out
 * would be the only long loop. */
enum { CL_NUMBER_MOST_EXPONENT = 400 };

/** digits * 10^exponent, made normal; see cl_number_make. */
ClNumber cl_number_normal(int64_t digits, int exponent);

/** digits * 10^exponent, made normal; most digits are, as they stand. */
static inline ClNumber
cl_number_make(int64_t digits, int exponent)
{
    if (digits == 0)
        return (ClNumber){0, 1, 0};
    if (digits % 10 == 0 || digits == INT64_MIN ||
        exponent > CL_NUMBER_MOST_EXPONENT ||
        exponent < -CL_NUMBER_MOST_EXPONENT)
        return cl_number_normal(digits, exponent);
    return (ClNumber){digits, 1, (int16_t)exponent};
}

/** numerator / denominator, made normal; overflow for a zero denominator. */
ClNumber cl_number_ratio(int64_t numerator, int64_t denominator);

/**
 * Reads "289000", "28.9", "-0.35", "1/3", "1e6" (no spaces, no separators).
 *
 * returns  false and leaves out alone if text is no such number
 * errors   a number too long to hold gives true and CL_NUMBER_OVERFLOW
 */
bool cl_number_parse(const char *text, ClNumber *out);

static inline bool
cl_number_valid(ClNumber n)
{
    return n.divisor != 0;
}

static inline bool
cl_number_is_zero(ClNumber n)
{
    return n.digits == 0 && n.divisor != 0;
}

/** -1, 0 or 1; 0 for an overflow. */
static inline int
cl_number_sign(ClNumber n)
{
    return (n.digits > 0) - (n.digits < 0);
}

/** -1, 0 or 1, exact, of two with unlike powers or divisors. */
int cl_number_order(ClNumber a, ClNumber b);

/** -1, 0 or 1, exact.  Neither may be an overflow. */
static inline int
cl_number_compare(ClNumber a, ClNumber b)
{
    if (a.exponent == b.exponent && a.divisor == b.divisor)
        return (a.digits > b.digits) - (a.digits < b.digits);
    return cl_number_order(a, b);
}

static inline bool
cl_number_equal(ClNumber a, ClNumber b)
{
    return memcmp(&a, &b, sizeof a) == 0;
}

/** a + b, neither zero. */
ClNumber cl_number_sum(ClNumber a, ClNumber b);

/** a + b; most sums have nothing to add. */
static inline ClNumber
cl_number_add(ClNumber a, ClNumber b)
{
    return cl_number_is_zero(a)   ? b
           : cl_number_is_zero(b) ? a
                                  : cl_number_sum(a, b);
}

ClNumber cl_number_subtract(ClNumber a, ClNumber b);
ClNumber cl_number_multiply(ClNumber a, ClNumber b);
ClNumber cl_number_divide(ClNumber a, ClNumber b);

static inline ClNumber
cl_number_negate(ClNumber a)
{
    a.digits = -a.digits;
    return a;
}

static inline ClNumber
cl_number_abs(ClNumber a)
{
    return a.digits < 0 ? cl_number_negate(a) : a;
}

/** n * 10^power, exact. */
static inline ClNumber
cl_number_shift(ClNumber n, int power)
{
    const long exponent = (long)n.exponent + power;
    if (n.digits == 0)
        return n; /* or an overflow */
    if (exponent > CL_NUMBER_MOST_EXPONENT ||
        exponent < -CL_NUMBER_MOST_EXPONENT)
        return CL_NUMBER_OVERFLOW;
    n.exponent = (int16_t)exponent;
    return n;
}

ClNumber cl_number_min(ClNumber a, ClNumber b);
ClNumber cl_number_max(ClNumber a, ClNumber b);

/** The power of ten of the leading digit: 2 for 289, -1 for 0.35; 0 for 0. */
int cl_number_magnitude(ClNumber n);

/** Significant digits: 3 for 289000; 0 for 0 and a fraction without end. */
unsigned cl_number_digits(ClNumber n);

typedef enum {
    CL_ROUND_TRUNCATE,  /* towards zero */
    CL_ROUND_HALF_AWAY, /* 2.5 -> 3, -2.5 -> -3: the way figures are rounded */
    CL_ROUND_FLOOR,
    CL_ROUND_CEILING,
} ClRounding;

/** n as a multiple of 10^place: round(106.76, 0) is 107. */
ClNumber cl_number_round(ClNumber n, int place, ClRounding rounding);

/**
 * Appends n as a plain decimal ("289000", "-0.5"), never with an exponent.
 *
 * A fraction that does not end prints 12 significant digits, rounded as said.
 */
void cl_number_print(ClNumber n, ClRounding rounding, GString *out);

/* ---- Notes ------------------------------------------------------------- */

typedef enum {
    CL_SEVERITY_NOTE,
    CL_SEVERITY_WARNING,
    CL_SEVERITY_ERROR,
} ClSeverity;

/** "note", "warning", "error". */
const char *cl_severity_name(ClSeverity severity);

/** A remark about input or rules, with its place. */
typedef struct {
    const char *kind; /* static id: "yaml", "unknown-key", "encoding" */
    ClSeverity severity;
    bool incomplete; /* something could not be judged: exit status 2 */
    char *file;      /* as given; NULL where there is none */
    unsigned line;   /* from 1; 0 = the file as a whole */
    unsigned column; /* in code points, from 1; 0 = the whole line */
    char *message;   /* lower case, no full stop, subject in quotes */
    char *hint;      /* what to do about it, or NULL */
} ClNote;

/** A growing list of notes; owns their strings. */
typedef struct ClNotes ClNotes;

ClNotes *cl_notes_new(void);
void cl_notes_free(ClNotes *notes);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ClNotes, cl_notes_free)

/**
 * Adds a note; strings are copied, hint may be NULL.
 *
 * incomplete is set for CL_SEVERITY_ERROR and clear otherwise; change it on
 * the returned note where that is wrong.
 * returns  borrowed, valid until the next add
 */
ClNote *cl_notes_add(ClNotes *notes,
                     const char *kind,
                     ClSeverity severity,
                     const char *file,
                     unsigned line,
                     unsigned column,
                     const char *hint,
                     const char *format,
                     ...) G_GNUC_PRINTF(8, 9);

size_t cl_notes_count(const ClNotes *notes);
const ClNote *cl_notes_get(const ClNotes *notes, size_t index);
/** How many have CL_SEVERITY_ERROR. */
size_t cl_notes_errors(const ClNotes *notes);
/** True if any note says that something could not be judged. */
bool cl_notes_incomplete(const ClNotes *notes);
/** Orders by file, line, column, kind, message, and drops doubles. */
void cl_notes_sort(ClNotes *notes);
/** Moves all notes of from to the end of notes; from is empty then. */
void cl_notes_append(ClNotes *notes, ClNotes *from);

/**
 * The candidate nearest to word by edit distance, to ask "did you mean".
 *
 * returns  borrowed from candidates, NULL if none is near (distance over a
 *          third of the word's length in code points, at least 1)
 */
const char *cl_nearest_word(const char *word, const char *const *candidates);

/* ---- YAML -------------------------------------------------------------- */

typedef enum { CL_YAML_SCALAR, CL_YAML_MAP, CL_YAML_LIST } ClYamlType;

/**
 * A node of a YAML file that knows where it stands.
 *
 * A map keeps its file's order: keys[i] (a scalar) belongs to items[i].
 */
typedef struct ClYamlNode ClYamlNode;
struct ClYamlNode {
    ClYamlType type;
    const char *text;      /* a scalar's characters, else NULL */
    bool quoted;           /* a scalar in quotes or a block */
    unsigned line, column; /* from 1; columns count code points */
    size_t count;          /* entries of a map or list */
    ClYamlNode **keys;     /* of a map */
    ClYamlNode **items;    /* of a map or list */
};

typedef struct ClYaml ClYaml;

/**
 * Parses one YAML document.
 *
 * Refused with a note at line:column each: syntax errors (full-width ：，and
 * tabs are named as such), duplicate keys, anchors, aliases and tags, more
 * than one document, nesting over 32, control characters, keys over 256
 * bytes, text that is not UTF-8, an empty document.
 *
 * file     the name notes carry
 * returns  owned, NULL if there was any mistake
 */
ClYaml *cl_yaml_parse(const char *bytes,
                      size_t length,
                      const char *file,
                      ClNotes *notes);
void cl_yaml_free(ClYaml *yaml);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ClYaml, cl_yaml_free)

const ClYamlNode *cl_yaml_root(const ClYaml *yaml);
/** The value of key in a map; NULL if absent or node is no map. */
const ClYamlNode *cl_yaml_get(const ClYamlNode *node, const char *key);
/** A one-word name of a type for messages: "text", "map", "list". */
const char *cl_yaml_type_name(ClYamlType type);

/* ---- Files ------------------------------------------------------------- */

#define CL_FILE_ERROR (cl_file_error_quark())
GQuark cl_file_error_quark(void);
typedef enum {
    CL_FILE_ERROR_MISSING,
    CL_FILE_ERROR_DENIED,
    CL_FILE_ERROR_IRREGULAR, /* a folder, FIFO, device or socket */
    CL_FILE_ERROR_TOO_LARGE,
    CL_FILE_ERROR_OTHER,
} ClFileError;

/**
 * Reads a regular file whole, by read(2); "-" is standard input.
 *
 * limit    in bytes; a larger file is an error
 * returns  owned, a NUL after the last byte; NULL with error set
 */
char *cl_file_read(const char *path,
                   size_t limit,
                   size_t *length,
                   GError **error);

/** The same of what is open already, a pipe too; path is for messages. */
char *cl_file_read_open(
    int fd, const char *path, size_t limit, size_t *length, GError **error);

/** Writes all bytes to an open file, whatever interrupts; false with errno. */
bool cl_write_all(int fd, const char *bytes, size_t length);

/** The length of a path without the .gz or .zst of a packed file. */
size_t cl_path_plain(const char *path);

/** True if a path has an ending such as ".md", that of a packer behind it. */
bool cl_path_ends(const char *path, const char *ending);

/**
 * What a file holds if its name says that gzip or zstd packed it, several
 * streams in a row included; else the same bytes.
 *
 * bytes    given away
 * limit    of what it unpacks to, in bytes: a small file may hold a huge one
 * returns  owned, a NUL after the last byte; NULL with error set
 */
char *cl_file_unpack(const char *path,
                     char *bytes,
                     size_t *length,
                     size_t limit,
                     GError **error);

/**
 * Writes a file whole or not at all: a temporary file beside it, synced,
 * then renamed.  The old file stays as it was on any error.
 */
bool cl_file_write(const char *path,
                   const char *bytes,
                   size_t length,
                   GError **error);

/* ---- Bytes that are kept ------------------------------------------------ */

/* Values as bytes, the same on any machine, to be read back in order. */
void cl_bytes_put(GString *out, uint64_t value);
void cl_bytes_put_signed(GString *out, int64_t value);
void cl_bytes_put_number(GString *out, ClNumber n);
/** text may be NULL, which is not "". */
void cl_bytes_put_text(GString *out, const char *text);

/**
 * What is left to read of bytes, which may be anybody's.  After the first
 * value that cannot be, `bad` is set and every further one is 0 or NULL.
 */
typedef struct {
    const char *at, *end;
    bool bad;
} ClBytes;

/** A value of at most `most`. */
uint64_t cl_bytes_get(ClBytes *bytes, uint64_t most);
int64_t cl_bytes_get_signed(ClBytes *bytes);
/** Normal or CL_NUMBER_OVERFLOW. */
ClNumber cl_bytes_get_number(ClBytes *bytes);
/** Borrowed from the bytes. */
const char *cl_bytes_get_text(ClBytes *bytes);
/** The next bytes, borrowed; NULL if there are fewer. */
const char *cl_bytes_get_raw(ClBytes *bytes, size_t length);

/** Differs where bytes were damaged; no protection against malice. */
uint64_t cl_bytes_checksum(const char *bytes, size_t length);

/* ---- Shipped data ------------------------------------------------------ */

/**
 * A data file compiled into the program, by its name ("units.yaml"), parsed
 * when that was built.
 *
 * returns  owned; NULL if there is none
 */
ClYaml *cl_data_read(const char *name);

/** The value of one key of such a file's map alone: without what is around
    it, most of the work is saved. */
ClYaml *cl_data_read_key(const char *name, const char *key);

/** The SHA-256 of all of them, in hexadecimal. */
const char *cl_data_hash(void);

/* ---- Blocks of bytes ----------------------------------------------------- */

/* CL_AVX2 before a function: it uses what processors may lack, and is called
   only where cl_has_avx2(); not defined where no compiler makes such. */
#if defined __x86_64__ && defined __GNUC__
#include <immintrin.h>
#define CL_AVX2 __attribute__((target("avx2,popcnt")))

static inline bool
cl_has_avx2(void)
{
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("popcnt");
}
#endif

/* ---- Text in ------------------------------------------------------------ */

/** True for UTF-8 without a NUL. */
bool cl_utf8_is_valid(const char *text, size_t length);

/**
 * A set of bytes, by their halves: a byte is in it if the two have a bit in
 * common.  Eight different high halves at most are exact.
 */
typedef struct {
    uint8_t low[16], high[16];
} ClByteSet;

/** The first byte in [at, end) that is in the set, or end. */
size_t cl_scan_find(const ClByteSet *set,
                    const char *text,
                    size_t at,
                    size_t end);

/**
 * Eight kinds of three bytes that stand side by side, each a bit: each byte by
 * its halves, as in a ClByteSet.
 */
typedef struct {
    ClByteSet bytes[3];
} ClTripleSet;

/** The first byte in [at, end) where one of them begins, as if zeros followed,
    or end. */
size_t cl_scan_find_triple(const ClTripleSet *set,
                           const char *text,
                           size_t at,
                           size_t end);

/**
 * Eight kinds of two bytes that stand side by side, each a bit: the first by
 * its halves, as in a ClByteSet, and the one behind it.
 */
typedef struct {
    ClByteSet first, next;
} ClPairSet;

/** A bit for each kind that stands somewhere in text; its end is a 0. */
unsigned cl_scan_pairs(const ClPairSet *set, const char *text, size_t length);

/**
 * The first blank in [at, end) with another one behind it, also before end, and
 * between them as many bytes as the first of them says that its character has;
 * or end: where a character stands alone between blanks.
 */
size_t cl_scan_alone(const char *text, size_t at, size_t end);

/** What stands in a few bytes of what most text is made of. */
typedef struct {
    unsigned length;  /* in bytes of whole characters; 0: something else */
    unsigned columns; /* of ASCII one for each, of Han and the like two */
    unsigned letters; /* of ASCII, and digits */
    unsigned stops;   /* ! ? 。！？； */
    uint32_t wide;    /* a bit for each byte that begins what takes two */
    uint32_t marks;   /* and for each that begins a stop or , . ; 、， */
} ClTextBlock;

/** The block that begins with the character at a byte. */
ClTextBlock cl_scan_block(const char *text, size_t at, size_t end);

/* ---- Text out ---------------------------------------------------------- */

/** Appends text as a JSON string with its quotes; bad UTF-8 becomes U+FFFD. */
void cl_json_string(const char *text, GString *out);

/* ---- Hashes -------------------------------------------------------------- */

enum { CL_SHA256_BYTES = 32 };

/** SHA-256 of bytes that come in pieces. */
typedef struct {
    uint32_t state[8];
    uint64_t length;
    unsigned char rest[64];
} ClSha256;

void cl_sha256_init(ClSha256 *sum);
void cl_sha256_add(ClSha256 *sum, const void *data, size_t length);
/** The hash of all that was added; nothing may be added after it. */
void cl_sha256_end(ClSha256 *sum, unsigned char digest[CL_SHA256_BYTES]);
/** The same in small letters and digits. */
void cl_sha256_end_hex(ClSha256 *sum, char hex[2 * CL_SHA256_BYTES + 1]);

/* ---- Sets of bits ------------------------------------------------------- */

static inline bool
cl_bit_is_set(const uint8_t *bits, unsigned bit)
{
    return bits[bit / 8] >> bit % 8 & 1;
}

static inline void
cl_bit_set(uint8_t *bits, unsigned bit)
{
    bits[bit / 8] |= (uint8_t)(1u << bit % 8);
}

#endif
