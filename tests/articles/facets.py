# SPDX-License-Identifier: Apache-2.0
"""Which facets of a claim are those of the gold claim it was found for.

Used by score.py.  Each facet is compared where the gold data says something of
it that a rule could say too; README.md names what that is.
"""
import calendar
import glob
import os
import re

# What a period brought, and what there was at a moment: of this only the day
# counts on which it was so.  Products have no period.
FLOWS = {"revenue", "revenue-growth", "net-profit", "profit-growth",
         "rnd-spend", "ev-deliveries", "phone-shipments", "phone-share"}
STATES = {"headcount", "stores", "users"}
NAMES = ("period", "definition", "modality", "region", "kind", "window")

ADJUSTED = {"adjusted", "deducted", "non-gaap", "non-ifrs", "non-hkfrs",
            "excluding-nonrecurring", "excluding-one-off",
            "non-recurring-excluded"}
COMPARABLE = {"constant-currency", "like-for-like", "organic"}
REGIONS = {"world": "global", "us": "united-states", "mainland china": "china",
           "greater china": "greater-china", "hong kong": "hong-kong"}
KINDS = {
    "users": {"mau": "monthly", "monthly-active": "monthly", "dau": "daily",
              "daily-active": "daily", "paid": "paying", "paying": "paying",
              "monthly": "monthly", "daily": "daily",
              "registered-members": "registered"},
    "stores": {"self-operated": "own", "partnership": "franchised",
               "franchised": "franchised"},
    "ev-orders": {"big-deposit": "refundable", "refundable": "refundable",
                  "small-deposit": "intent", "locked": "locked",
                  "firm": "refundable"},
    "ev-price": {"presale": "presale", "baas": "rented"},
}
POWERS = {"battery-electric": "battery", "bev": "battery",
          "bev-passenger": "battery", "phev": "plug-in"}


# ---- Days --------------------------------------------------------------------

def months(year, first, last):
    """The first and the last day of some months; those over 12 are of later
    years, those below 1 of earlier ones."""
    start = (year + (first - 1) // 12, (first - 1) % 12 + 1, 1)
    end_year, end_month = year + (last - 1) // 12, (last - 1) % 12 + 1
    return start, (end_year, end_month,
                   calendar.monthrange(end_year, end_month)[1])


def part_of_year(year, part, offset):
    """Q1, H1, 9M or all of a year that begins `offset` months late."""
    if not part:
        return months(year, 1 + offset, 12 + offset)
    count, length = (int(part[1:]), {"Q": 3, "H": 6}[part[0]]) \
        if part[0] in "QH" else (1, int(part[:-1]))
    return months(year, (count - 1) * length + 1 + offset,
                  count * length + offset)


def days_of(text, year_end=12):
    """The first and the last day of a period as it is written, or None.

    year_end  the month with which the company's years end
    """
    found = re.fullmatch(r"(FY)?(\d{4})(?:-(Q\d|H\d|\d+M))?", text)
    if found:
        fiscal, year, part = found.groups()
        return part_of_year(int(year), part, year_end - 12 if fiscal else 0)
    found = re.fullmatch(r"(\d{4})-(\d\d)", text)
    if found:
        return months(int(found[1]), int(found[2]), int(found[2]))
    found = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", text)
    if found:
        day = tuple(map(int, found.groups()))
        return day, day
    ends = [days_of(half, year_end) for half in text.split("/")]
    return (ends[0][0], ends[1][1]) if len(ends) == 2 and all(ends) else None


def read_year_ends(rules):
    """The months with which years of companies end, by their option, where a
    year's number says which one it is."""
    ends, vary = {}, set()
    for path in glob.glob(os.path.join(rules, "entities", "*.yaml")):
        with open(path, encoding="utf-8") as file:
            text = file.read()
            for line in re.findall(r"^fiscal_year_ends: \{(.*)\}", text, re.M):
                ends.update((name, int(month)) for name, month in
                            re.findall(r"([\w-]+): (\d+)", line))
            # what fiscal 2025 of these is, nobody knows by the number
            for line in re.findall(r"^fiscal_years_vary: \[(.*)\]", text,
                                   re.M):
                vary.update(line.split(", "))
    return {name: month for name, month in ends.items() if name not in vary}


def is_fiscal_of_unknown(gold, told):
    """A year of a company that no list knows: one that ends then, or after."""
    found = re.fullmatch(r"FY(\d{4})(?:-(Q\d|H\d))?", gold)
    days = days_of(told)
    if not found or not days:
        return False
    (from_year, from_month, _), (to_year, to_month, _) = days
    length = 12 * (to_year - from_year) + to_month - from_month + 1
    wanted = {"Q": 3, "H": 6}.get((found[2] or " ")[0], 12)
    return length == wanted and to_year - int(found[1]) in (-1, 0, 1)


def same_period(gold, claim, year_ends):
    told = claim["facets"]["when"]
    period = gold["facets"]["period"]
    if told == period:
        return True
    entity = claim["facets"].get("entity")
    wanted, days = days_of(period, year_ends.get(entity, 12)), days_of(told)
    if wanted and days and (wanted[1] == days[1] if gold["topic"] in STATES
                            else wanted == days):
        return True
    return entity not in year_ends and is_fiscal_of_unknown(period, told)


# ---- Lengths -----------------------------------------------------------------

def seconds_of(text):
    """PT1H48M, 24h, 1 hour, 33 days in seconds; None for what is no length."""
    text = text.upper()
    units = {"W": 604800, "D": 86400, "H": 3600, "S": 1}
    total = 0
    for count, unit in re.findall(r"(\d+) ?([A-Z])", text.replace("P", "")
                                  .replace("T", "")):
        long = unit == "M" and (re.fullmatch(r"P\d+M", text)
                                or "MONTH" in text)
        total += int(count) * (2592000 if long else 60 if unit == "M"
                               else units.get(unit, 0))
    return total or None


# ---- All facets --------------------------------------------------------------

def wanted_of(gold):
    """What gold data says, in the tool's words: {name: value}."""
    said, topic = gold["facets"], gold["topic"]
    wanted = {}
    if "period" in said and topic in FLOWS | STATES:
        wanted["period"] = said["period"]
    definition = said.get("definition", "").lower()
    if topic in ("net-profit", "profit-growth"):
        wanted["definition"] = (
            "adjusted" if definition in ADJUSTED else
            "attributable" if definition == "attributable" else None)
    elif definition in COMPARABLE:
        wanted["definition"] = "comparable"
    modality = said.get("modality")
    wanted["modality"] = (modality if modality in ("forecast", "target")
                          else "actual")
    if "region" in said and not topic.endswith("price"):
        region = said["region"].lower()
        wanted["region"] = REGIONS.get(region, region)
    kind = said.get("kind", "").lower()
    kind = KINDS.get(topic, {}).get(kind) or POWERS.get(kind)
    if not kind and topic == "users":
        kind = {"monthly-active": "monthly", "daily-active": "daily",
                "paid": "paying"}.get(definition)
    if kind:
        wanted["kind"] = kind
    if topic == "ev-orders" and seconds_of(said.get("window", "")):
        wanted["window"] = said["window"]
    return wanted


def told_of(claim, name):
    facets = claim["facets"]
    if name == "kind":
        return [facets.get(key) for key in ("kind", "power", "stage",
                                            "battery")]
    if name == "period":
        return ["" if "when" in claim.get("assumed", [])
                else facets.get("when", "?").replace("?", "")]
    return [facets.get(name)]


def is_right(gold, claim, name, wanted, year_ends):
    told = told_of(claim, name)
    if name == "period":
        return bool(told[0]) and same_period(gold, claim, year_ends)
    if name == "window":
        return bool(told[0]) and seconds_of(told[0]) == seconds_of(wanted)
    return wanted in told


def compare(gold, claims, year_ends):
    """Yields (name, verdict, wanted, told) of a gold claim that was found as
    any of some claims: "right", "unsaid" or "wrong"."""
    for name, wanted in wanted_of(gold).items():
        told = [value for claim in claims for value in told_of(claim, name)
                if value]
        if any(is_right(gold, claim, name, wanted, year_ends)
               for claim in claims):
            yield name, "right", wanted, told
        else:
            yield name, "wrong" if told else "unsaid", wanted, told
