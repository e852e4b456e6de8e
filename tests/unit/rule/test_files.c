/* SPDX-License-Identifier: Apache-2.0 */
/* Which files of a folder are rules, and what is said where there are none. */
#include "unit.h"

#include "rule/files.h"
#include "rule/rule.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* A folder that is gone with its owner. */
typedef struct {
    char *path;
    GPtrArray *made; /* in order of making */
} Folder;

static void
folder_init(Folder *folder)
{
    folder->path = g_dir_make_tmp("claimlint-XXXXXX", NULL);
    folder->made = g_ptr_array_new_with_free_func(g_free);
    ck_assert_ptr_nonnull(folder->path);
}

static void
folder_clear(Folder *folder)
{
    for (size_t i = folder->made->len; i > 0; i--)
        g_remove(folder->made->pdata[i - 1]);
    g_rmdir(folder->path);
    g_ptr_array_unref(folder->made);
    g_free(folder->path);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Folder, folder_clear)

static void
make_folder(Folder *folder, const char *name)
{
    char *path = g_build_filename(folder->path, name, NULL);
    g_mkdir(path, 0700);
    g_ptr_array_add(folder->made, path);
}

static const char *
make_file(Folder *folder, const char *name, const char *text)
{
    char *path = g_build_filename(folder->path, name, NULL);
    g_file_set_contents(path, text, -1, NULL);
    g_ptr_array_add(folder->made, path);
    return path;
}

/* The names found below the folder, each followed by a space. */
static char *
list_found(const Folder *folder, const char *const *paths, ClNotes *notes)
{
    GString *out = g_string_new(NULL);
    g_autoptr(GPtrArray) files = cl_rule_files(paths, notes);
    for (size_t i = 0; i < files->len; i++) {
        const char *path = files->pdata[i];
        g_string_append_printf(out, "%s ", path + strlen(folder->path) + 1);
    }
    return g_string_free(out, FALSE);
}

START_TEST(a_folder_gives_its_rule_files_in_order)
{
    g_auto(Folder) folder;
    folder_init(&folder);
    make_folder(&folder, "b");
    make_folder(&folder, "entities");
    make_folder(&folder, ".git");
    make_file(&folder, "b/two.yml", "");
    make_file(&folder, "b.yaml", "");
    make_file(&folder, "a.yaml", "");
    make_file(&folder, "README.md", "");
    make_file(&folder, ".hidden.yaml", "");
    make_file(&folder, "entities/.makers.yaml", "");
    make_file(&folder, ".git/c.yaml", "");
    const char *const paths[] = {folder.path, NULL};
    g_autoptr(ClNotes) notes = cl_notes_new();
    g_autofree char *found = list_found(&folder, paths, notes);
    ck_assert_str_eq(found, "a.yaml b.yaml b/two.yml ");
    ck_assert_uint_eq(cl_notes_count(notes), 0);
}
END_TEST

START_TEST(a_file_named_twice_is_read_once)
{
    g_auto(Folder) folder;
    folder_init(&folder);
    const char *file = make_file(&folder, "a.yaml", "");
    const char *const paths[] = {file, folder.path, NULL};
    g_autoptr(ClNotes) notes = cl_notes_new();
    g_autofree char *found = list_found(&folder, paths, notes);
    ck_assert_str_eq(found, "a.yaml ");
}
END_TEST

START_TEST(a_link_to_a_folder_within_is_not_followed)
{
    g_auto(Folder) folder;
    folder_init(&folder);
    make_file(&folder, "a.yaml", "");
    char *link = g_build_filename(folder.path, "loop", NULL);
    ck_assert_int_eq(symlink(folder.path, link), 0);
    g_ptr_array_add(folder.made, link);
    const char *const paths[] = {folder.path, NULL};
    g_autoptr(ClNotes) notes = cl_notes_new();
    g_autofree char *found = list_found(&folder, paths, notes);
    ck_assert_str_eq(found, "a.yaml ");
}
END_TEST

START_TEST(a_missing_path_is_an_error_with_a_hint)
{
    const char *const paths[] = {"/no/such/rules", NULL};
    g_autoptr(ClNotes) notes = cl_notes_new();
    g_autoptr(GPtrArray) files = cl_rule_files(paths, notes);
    ck_assert_uint_eq(files->len, 0);
    ck_assert_uint_eq(cl_notes_errors(notes), 1);
    ck_assert_ptr_nonnull(strstr(cl_notes_get(notes, 0)->message,
                                 "cannot open '/no/such/rules'"));
    ck_assert_ptr_nonnull(cl_notes_get(notes, 0)->hint);
}
END_TEST

START_TEST(a_folder_without_rules_is_an_error)
{
    g_auto(Folder) folder;
    folder_init(&folder);
    make_file(&folder, "README.md", "");
    const char *const paths[] = {folder.path, NULL};
    g_autoptr(ClNotes) notes = cl_notes_new();
    g_autoptr(GPtrArray) files = cl_rule_files(paths, notes);
    ck_assert_uint_eq(files->len, 0);
    ck_assert_str_eq(cl_notes_get(notes, 0)->kind, "no-rules");
}
END_TEST

#define RULE(id)                                                               \
    "id: " id "\ntitle: T\nsubject: [YU7]\nunit: 辆\nexamples:\n"             \
    "  - {text: YU7有1辆, claim: {value: 1}}\n  - silent: 无\n"

START_TEST(a_file_with_mistakes_does_not_hide_those_of_others)
{
    g_auto(Folder) folder;
    folder_init(&folder);
    const char *broken = make_file(&folder, "a.yaml", "id: [\n");
    const char *wrong = make_file(&folder, "b.yaml", RULE("B"));
    const char *first = make_file(&folder, "c.yaml", RULE("c"));
    const char *second = make_file(&folder, "d.yaml", RULE("c"));
    const char *const paths[] = {folder.path, NULL};
    g_autoptr(ClNotes) notes = cl_notes_new();
    g_autoptr(ClVocabulary) vocabulary = cl_vocabulary_new(notes);
    g_autoptr(ClRuleSet) rules = cl_rule_set_load(paths, vocabulary, notes);
    g_autofree char *taken = g_strdup_printf("id 'c' is taken by %s:1", first);
    ck_assert(!rules);
    ck_assert_uint_eq(cl_notes_count(notes), 3);
    ck_assert_str_eq(cl_notes_get(notes, 0)->file, broken);
    ck_assert_str_eq(cl_notes_get(notes, 1)->file, wrong);
    ck_assert_str_eq(cl_notes_get(notes, 2)->file, second);
    ck_assert_str_eq(cl_notes_get(notes, 2)->message, taken);
}
END_TEST

#define LIST(members) "list: makers\nentities:\n" members
#define MAKERS_RULE                                                            \
    "id: a\ntitle: T\nsubject: {entity: makers}\nunit: 辆\nexamples:\n"       \
    "  - {text: 兰亭有1辆, claim: {value: 1, entity: lanting}}\n"          \
    "  - {text: 竹里有1辆, claim: {value: 1, entity: zhuli}}\n"            \
    "  - silent: 无\n"

START_TEST(parts_of_a_list_in_several_files_are_one_list)
{
    g_auto(Folder) folder;
    folder_init(&folder);
    make_folder(&folder, "entities");
    make_file(&folder, "entities/a.yaml", LIST("  lanting: [兰亭]\n"));
    make_file(&folder, "entities/b.yaml", LIST("  zhuli: [竹里]\n"));
    make_file(&folder, "rule.yaml", MAKERS_RULE);
    const char *const paths[] = {folder.path, NULL};
    g_autoptr(ClNotes) notes = cl_notes_new();
    g_autoptr(ClVocabulary) vocabulary = cl_vocabulary_new(notes);
    g_autoptr(ClRuleSet) rules = cl_rule_set_load(paths, vocabulary, notes);
    ck_assert_uint_eq(cl_notes_count(notes), 0);
    ck_assert(rules);
    const ClFacet *entity = cl_rule_facet(cl_rule_set_get(rules, 0), "entity");
    ck_assert_uint_eq(entity->options->len, 2);
}
END_TEST

START_TEST(a_spelling_in_two_files_of_a_list_is_told_with_both_places)
{
    g_auto(Folder) folder;
    folder_init(&folder);
    make_folder(&folder, "entities");
    const char *first =
        make_file(&folder, "entities/a.yaml", LIST("  lanting: [兰亭]\n"));
    const char *second = make_file(&folder, "entities/b.yaml",
                                   LIST("  zhuli: [竹里, 蘭亭]\n"
                                        "  lanting: [兰亭茶铺]\n"));
    make_file(&folder, "rule.yaml", MAKERS_RULE);
    const char *const paths[] = {folder.path, NULL};
    g_autoptr(ClNotes) notes = cl_notes_new();
    g_autoptr(ClVocabulary) vocabulary = cl_vocabulary_new(notes);
    g_autoptr(ClRuleSet) rules = cl_rule_set_load(paths, vocabulary, notes);
    g_autofree char *spelling = g_strdup_printf(
        "'兰亭' of 'zhuli' is in list 'makers' twice: first at %s:3", first);
    g_autofree char *name = g_strdup_printf(
        "entity 'lanting' is in list 'makers' twice: first at %s:3", first);
    ck_assert(!rules);
    ck_assert_uint_eq(cl_notes_count(notes), 2);
    ck_assert_str_eq(cl_notes_get(notes, 0)->file, second);
    ck_assert_str_eq(cl_notes_get(notes, 0)->message, spelling);
    ck_assert_str_eq(cl_notes_get(notes, 1)->message, name);
}
END_TEST

START_TEST(an_entity_is_called_by_its_first_spelling_of_the_script)
{
    static const struct {
        const char *entity, *han, *latin;
    } rows[] = {
        {"lanting", "蘭亭", "Lan Ting"}, {"zhuli", "竹里", "Zhuli"},
        {"meiwu", "梅坞", "梅坞"},       {"qingqiao", "Qingqiao", "Qingqiao"},
        {"hema", "hema", "hema"},        {"nobody", "nobody", "nobody"},
    };
    g_auto(Folder) folder;
    folder_init(&folder);
    make_file(&folder, "list.yaml",
              LIST("  lanting: [Lan Ting, 蘭亭, 兰亭茶铺]\n"
                   "  zhuli: ['/(?<![a-z])(?<!the )zhuli(?! road)/', ZHU, "
                   "'/(?<!石)竹里(?!村)/']\n"
                   "  meiwu: 梅坞\n"
                   "  qingqiao: ['/\\bq\\w+/', Qingqiao]\n"
                   "  hema: ['/河[马麻]/']\n"));
    make_file(&folder, "rule.yaml", MAKERS_RULE);
    const char *const paths[] = {folder.path, NULL};
    g_autoptr(ClNotes) notes = cl_notes_new();
    g_autoptr(ClVocabulary) vocabulary = cl_vocabulary_new(notes);
    g_autoptr(ClRuleSet) rules = cl_rule_set_load(paths, vocabulary, notes);
    ck_assert(rules);
    const ClRule *rule = cl_rule_set_get(rules, 0);
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        const char *han = cl_rule_label(rule, rows[i].entity, true);
        const char *latin = cl_rule_label(rule, rows[i].entity, false);
        ck_assert_msg(g_str_equal(han, rows[i].han), "%s: %s", rows[i].entity,
                      han);
        ck_assert_msg(g_str_equal(latin, rows[i].latin), "%s: %s",
                      rows[i].entity, latin);
    }
}
END_TEST

START_TEST(rules_of_several_files_are_one_set)
{
    g_auto(Folder) folder;
    folder_init(&folder);
    make_file(&folder, "a.yaml", RULE("second"));
    make_file(&folder, "b.yaml", RULE("first"));
    const char *const paths[] = {folder.path, NULL};
    g_autoptr(ClNotes) notes = cl_notes_new();
    g_autoptr(ClVocabulary) vocabulary = cl_vocabulary_new(notes);
    g_autoptr(ClRuleSet) rules = cl_rule_set_load(paths, vocabulary, notes);
    ck_assert_ptr_nonnull(rules);
    ck_assert_uint_eq(cl_rule_set_count(rules), 2);
    ck_assert_str_eq(cl_rule_set_get(rules, 0)->id, "first");
}
END_TEST

RUN_TESTS("files",
          a_folder_gives_its_rule_files_in_order,
          a_file_named_twice_is_read_once,
          a_link_to_a_folder_within_is_not_followed,
          a_missing_path_is_an_error_with_a_hint,
          a_folder_without_rules_is_an_error,
          a_file_with_mistakes_does_not_hide_those_of_others,
          parts_of_a_list_in_several_files_are_one_list,
          a_spelling_in_two_files_of_a_list_is_told_with_both_places,
          an_entity_is_called_by_its_first_spelling_of_the_script,
          rules_of_several_files_are_one_set)
