"""What holds for every rule; adding one needs no edit here."""

import json
from collections import Counter
from pathlib import Path

import orjson
import pytest

import why400
from tests.explain.sdk_raises import SDK, TYPESCRIPT, sentences_of
from tests.rules.examples import check_example, fix_example, options_of, request_of
from why400.explain.recognise import Recogniser
from why400.formats.json_text.positions import locate
from why400.rules import Rule, all_rules
from why400.rules.catalogue import entry_of
from why400.rules.page import HEADINGS, read_page
from why400.rules.rule import EVIDENCES, PHASES, RETRIES, SIDES, SUBJECTS
from why400.rules.says import squeeze
from why400.rules.wording import sentence

RULES = all_rules()
EVERY = pytest.mark.parametrize("rule", RULES.values(), ids=RULES.keys())
SEEN_IN_REQUESTS = pytest.mark.parametrize(
    "rule", [r for r in RULES.values() if r.subject], ids=[r.slug for r in RULES.values() if r.subject]
)
SAMPLES = {"n": "7", "ids": "toolu_1, toolu_2", "word": "word", "rest": "a, b", "path": "messages.3.content", "": "name"}
LINES = Path(__file__).parent.parent.joinpath("contract", "evidence_ids.txt").read_text(encoding="utf-8").splitlines()
TYPESCRIPT_FILES = {row["file"] for row in TYPESCRIPT}
IDS = {line.partition(" # ")[0] for line in LINES}


@EVERY
def test_page_has_the_fixed_headings(rule: Rule) -> None:
    page = read_page(rule.page)
    wanted = [heading for heading in HEADINGS if rule.subject or heading != "Use instead"]
    assert list(page.sections) == wanted
    assert page.title
    assert len(page.title) <= 90
    assert page.examples("Example")


@EVERY
def test_words_are_those_of_the_design(rule: Rule) -> None:
    assert rule.evidence in EVIDENCES
    assert rule.side in SIDES
    assert rule.retry in RETRIES
    assert rule.phase in PHASES
    assert rule.severity in ("error", "warning")
    assert rule.subject in (*SUBJECTS, "")
    assert (rule.phase == "answer") == (rule.subject == "")
    assert rule.cause
    assert not rule.cause.endswith(".")
    assert not rule.mend.endswith(".")
    if rule.evidence == "inferred":
        assert rule.severity == "warning", "what is only inferred warns"


@SEEN_IN_REQUESTS
def test_example_is_flagged_by_the_rule(rule: Rule) -> None:
    for example in read_page(rule.page).examples("Example"):
        findings = check_example(example)
        assert rule.slug in [finding.rule for finding in findings], [(f.rule, f.pointer, f.api_error.message) for f in findings]


@SEEN_IN_REQUESTS
def test_use_instead_is_clean_under_all_rules(rule: Rule) -> None:
    for example in read_page(rule.page).examples("Use instead"):
        findings = check_example(example)
        assert [(f.rule, f.cause) for f in findings if f.severity == "error" or f.rule == rule.slug] == []


@pytest.mark.parametrize("rule", [r for r in RULES.values() if r.mending], ids=[r.slug for r in RULES.values() if r.mending])
def test_mend_takes_the_fault_away_and_twice_is_as_once(rule: Rule) -> None:
    page = read_page(rule.page)
    for example in page.examples("Example"):
        found = [f for f in check_example(example) if f.rule == rule.slug]
        if not any(f.fix and f.fix.edits for f in found):
            continue  # this example shows a fault that only a person can mend
        fixed = fix_example(example, unsafe=not rule.safe)
        assert rule.slug in [finding.rule for finding in fixed.applied]
        assert rule.slug not in [finding.rule for finding in fixed.remaining]
        if rule.safe:
            assert [one.rule for one in fixed.remaining if one.severity == "error" and one.fix and one.fix.safe and one.fix.edits] == []
        else:
            assert page.risk, "the page's Fix says why the mend is unsafe: `Unsafe: …`"
        again = why400.fix(fixed.request, unsafe=not rule.safe, **options_of(example))
        assert again.applied == []
        assert again.request.body == fixed.request.body


def test_a_safe_mend_leaves_the_rest_byte_for_byte() -> None:
    """On a body in a form of the caller's own: what stands in front of the first edited member and behind the last is the same."""
    mended = 0
    for rule in RULES.values():
        for example in read_page(rule.page).examples("Example") if rule.mending and rule.safe else ():
            if example.kind != "json":
                continue
            before = json.dumps(orjson.loads(request_of(example)), indent=3, separators=(" , ", " :  ")).encode()  # type: ignore[arg-type]
            options = {name: value for name, value in options_of(example).items() if name != "model"}
            fixed = why400.fix(before, **options)  # type: ignore[arg-type]  # names and values are the page's
            places = {edit.source or edit.path for one in fixed.applied if one.fix for edit in one.fix.edits}
            holders = {place.rpartition("/")[0] for place in places}
            spans = locate(before, places | holders)
            if not places or not all(place in spans or place.rpartition("/")[0] in spans for place in places):
                continue  # a later round edits what an earlier one has added
            mended += 1
            after = fixed.request.body
            touched = [spans.get(place) or spans[place.rpartition("/")[0]] for place in places]
            first = min(span.start if span.key_start is None else span.key_start for span in touched)
            last = max(span.end for span in touched)
            in_front = len(before[:first].rstrip(b", \n"))
            behind = len(before[last:].lstrip(b", \n"))
            assert after[:in_front] == before[:in_front], rule.slug
            assert after[len(after) - behind :] == before[len(before) - behind :], rule.slug
    assert mended > 30


@EVERY
def test_recognises_what_it_words(rule: Rule) -> None:
    recogniser = Recogniser({one.slug: entry_of(one) for one in RULES.values()})
    for says in rule.says:
        sentence = says.fill({name: SAMPLES[kind] for _, name, kind in says._parts if name})
        assert sentence is not None
        assert says.matches(sentence)
        known = recogniser.recognise(sentence, platform=says.on.split()[0] if says.on else None, error_type=says.error or rule.error)
        assert known is not None
        assert known.entry.slug == rule.slug, f"{sentence!r} is taken by {known.entry.slug}"


@EVERY
def test_an_answer_alone_is_explained_without_a_gap(rule: Rule) -> None:
    for says in rule.says:
        known = says.captures(says.fill({name: SAMPLES[kind] for _, name, kind in says._parts if name}) or "")
        for template in (rule.cause, rule.mend):
            assert "…" in template or "…" not in sentence(template, known), f"add a wording behind || to {template!r} for {says.text!r}"


@EVERY
def test_sources_resolve(rule: Rule) -> None:
    for text in [rule.source, *(says.source for says in rule.says)]:
        kind = ""
        for word in text.split():
            if word in ("measured", "corpus", "rules-messages", "rules-beyond", "cassette", "sdk", "sdk-typescript", "openapi", "public"):
                kind = word
            elif word.startswith("https://"):
                assert word in "\n".join(IDS)
            elif kind == "sdk":
                assert (SDK / word).is_file()
            elif kind == "sdk-typescript":
                assert word in TYPESCRIPT_FILES
            elif kind in ("openapi", "cassette"):
                assert word
            else:
                assert f"{kind} {word}" in IDS


@EVERY
def test_the_sdk_has_what_is_quoted_from_it(rule: Rule) -> None:
    for says in rule.says:
        kind, _, file = says.source.rpartition(" ")
        if kind == "sdk":
            text = sentences_of(file)
        elif kind == "sdk-typescript":
            text = "".join(squeeze(row["text"]) for row in TYPESCRIPT if row["file"] == file)
        else:
            continue
        missing = [part for part in says.literals if len(part) > 1 and part.removesuffix(".") not in text]
        assert missing == [], f"{says.text!r} is not what {file} says"


@EVERY
def test_error_has_evidence(rule: Rule) -> None:
    assert rule.source or any(says.source for says in rule.says), "nothing goes in without evidence"


def test_no_two_rules_claim_the_same() -> None:
    claims = Counter(claim for rule in RULES.values() for claim in rule.claims)
    assert [claim for claim, count in claims.items() if count > 1] == []


def test_a_rule_is_one_file_of_its_name() -> None:
    for rule in RULES.values():
        assert rule.module == f"why400.rules.{rule.family.replace('-', '_')}.{rule.check.__name__}"
