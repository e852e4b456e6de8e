/* SPDX-License-Identifier: Apache-2.0 */
/* Names, labels and severities of verdicts and causes: tables, no more. */
#include "check/check.h"

static const struct {
    const char *name, *label;
    ClSeverity severity;
} verdicts[CL_VERDICTS] = {
    [CL_VERDICT_CONFLICT] = {"conflict", "冲突", CL_SEVERITY_ERROR},
    [CL_VERDICT_RELATION] = {"relation", "算不拢", CL_SEVERITY_ERROR},
    [CL_VERDICT_REFERENCE] = {"reference", "与核定值不符", CL_SEVERITY_ERROR},
    [CL_VERDICT_DIVERGENCE] = {"divergence", "口径不同", CL_SEVERITY_WARNING},
    [CL_VERDICT_TENSION] = {"tension", "措辞可疑", CL_SEVERITY_WARNING},
    [CL_VERDICT_RELABEL] = {"relabel", "同数异名", CL_SEVERITY_WARNING},
};

static const char *const causes[CL_CAUSES] = {
    [CL_CAUSE_NONE] = NULL,
    [CL_CAUSE_MAGNITUDE] = "magnitude-slip",
    [CL_CAUSE_TRANSPOSED] = "transposed-digits",
    [CL_CAUSE_GROWTH] = "multiple-against-growth",
    [CL_CAUSE_POINTS] = "percent-against-point",
    [CL_CAUSE_SIGN] = "sign",
    [CL_CAUSE_UNIT] = "unit-swap",
    [CL_CAUSE_OLDER] = "older-figure",
    [CL_CAUSE_SOURCE] = "other-source",
    [CL_CAUSE_FACET] = "different-facet",
};

const char *
cl_verdict_name(ClVerdict verdict)
{
    return verdicts[verdict].name;
}

const char *
cl_verdict_label(ClVerdict verdict)
{
    return verdicts[verdict].label;
}

ClSeverity
cl_verdict_severity(ClVerdict verdict)
{
    return verdicts[verdict].severity;
}

const char *
cl_cause_name(ClCause cause)
{
    return causes[cause];
}
