"""The comparison of script/compare-with-stix2-validator: CONCORD ROOT WORK."""
import json, logging, os, re, subprocess, sys

from stix2validator import ValidationOptions, validate_instance

concord, root, work = sys.argv[1:]
logging.disable(logging.CRITICAL)
UUID = "8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3f"
OBSERVABLES = set("""artifact autonomous-system directory domain-name email-addr email-message file ipv4-addr ipv6-addr
    mac-addr mutex network-traffic process software url user-account windows-registry-key x509-certificate""".split())


def expand(line):
    """The object that a line of the corpus stands for; see the corpus's README."""
    if line.startswith("{"):
        return json.loads(line)
    kind, _, given = line.partition(" ")
    given = json.loads(re.sub(r'"~([a-z0-9-]+)"', r'"\1--%s"' % UUID, given))
    usual = {"type": kind, "spec_version": "2.1", "id": "%s--%s" % (kind, UUID)}
    if kind not in OBSERVABLES:
        usual["created"] = "2024-04-06T20:03:48.000Z"
        if kind != "marking-definition":
            usual["modified"] = usual["created"]
    if kind == "extension-definition":
        usual["created_by_ref"] = "identity--" + UUID
    left_out = {name[1:] for name in given if name.startswith("-")}
    usual.update({name: value for name, value in given.items() if not name.startswith("-")})
    return {name: value for name, value in usual.items() if name not in left_out}


def cases():
    for part in ("common", "domain", "relationship", "meta", "observable", "extension"):
        section = ""
        with open("%s/Tests/STIXTests/Corpus/%s.txt" % (root, part)) as file:
            for line in file.read().splitlines():
                if line.startswith("## "):
                    section = line[3:]
                elif line.startswith("# "):
                    title = line[2:]
                elif line:
                    place = section if re.match(r"\d", section) else part
                    thing = expand(line.split(" => ")[0])
                    yield "%s %s: %s" % (place, thing.get("type"), title), thing


def theirs(thing):
    """Whether stix2-validator finds a MUST broken, and what it says."""
    options = ValidationOptions(version="2.1", disabled="all")
    try:
        result = validate_instance(thing, options)
    except Exception as error:  # It stumbles over some broken objects, which is a verdict too.
        return True, "%s: %s" % (type(error).__name__, error)
    return not result.is_valid, "; ".join(str(error) for error in result.errors)


def ours(things):
    """The indices of the objects of which `concord validate` says that a MUST is broken, and why."""
    path = os.path.join(work, "corpus.json")
    with open(path, "w") as file:
        file.writelines(json.dumps(thing) + "\n" for thing in things)
    run = subprocess.run([concord, "validate", "--json", path], stdout=subprocess.PIPE, check=False)
    if run.returncode not in (0, 1):
        sys.exit("concord validate ended with %d" % run.returncode)
    broken = {}
    for row in map(json.loads, run.stdout.splitlines()):
        if row.get("index") is None:
            continue
        codes = [finding["code"] for finding in row["findings"] if finding["severity"] == "error"]
        if codes or row["refused"]:
            broken[row["index"]] = ", ".join(codes)
    return broken


def explained():
    """Rows of the table of differences: case, who finds a MUST broken, why."""
    with open(root + "/docs/stix.md") as file:
        text = file.read().split("<!-- differences -->")[1].split("<!-- end of differences -->")[0]
    rows = {}
    for line in text.splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split(" | ")]
        if len(cells) == 3 and cells[1] in ("we", "they"):
            if not cells[2]:
                sys.exit("docs/stix.md gives no reason for: %s" % cells[0])
            rows[cells[0]] = cells[1]
    return rows


everything = list(cases())
found = ours([thing for _, thing in everything])
known = explained()
agreed = {True: 0, False: 0}
failures = []
for index, (name, thing) in enumerate(everything):
    they_break, reason = theirs(thing)
    we_break = index in found
    if they_break == we_break:
        agreed[we_break] += 1
        if name in known:
            failures.append("no difference any more: %s" % name)
        continue
    who = "we" if we_break else "they"
    if known.get(name) != who:
        failures.append("not explained: %s | %s | %s" % (name, who, found.get(index, reason)[:300]))
for name in set(known) - {name for name, _ in everything}:
    failures.append("no such case: %s" % name)
print("%d objects: %d valid and %d broken for both; %d differences, each with its reason" % (
    len(everything), agreed[False], agreed[True], len(known)))
for failure in sorted(failures):
    print(failure)
sys.exit(1 if failures else 0)
