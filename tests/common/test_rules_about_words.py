"""Words that blame or label are found, and what is quoted is told apart (users.md P4, scenario 35)."""

import pytest
from django.core.exceptions import ValidationError

from common import language_rules, start
from common.models import StyleRule

COPY = "He is a gang member who put himself at risk. BAME pupils heard him say: “I am no offender.”"


def rule(words: str, level: str = "warn", **fields) -> StyleRule:
    return StyleRule(words=words, level=level, **fields)


def found(text: str, *rules: StyleRule) -> list[tuple[str, str, bool]]:
    return [(finding.level, finding.found, finding.quoted) for finding in language_rules.find([text], rules)]


def test_the_list_that_we_start_with_finds_what_the_partnership_does_not_say(vocabulary):
    findings = language_rules.find([COPY])

    assert [(finding.level, finding.found, finding.quoted) for finding in findings] == [
        ("block", "gang member", False),
        ("block", "put himself at risk", False),
        ("warn", "BAME", False),
        ("warn", "offender", True),
    ]
    assert "Say “young person who is being exploited” instead." in findings[0].sentence


def test_starting_again_brings_back_no_rule_that_staff_took_out(vocabulary):
    StyleRule.objects.filter(level="suggest").delete()
    left = StyleRule.objects.count()

    start.load()

    assert StyleRule.objects.count() == left


@pytest.mark.parametrize("text", ["ganging up", "begangen", "a gangway"])
def test_words_are_found_whole(text):
    assert found(text, rule("gang")) == []


def test_a_star_stands_for_any_ending_and_a_hyphen_for_a_space():
    assert found("Hard-to-reach offenders", rule("offend*"), rule("hard to reach")) == [
        ("warn", "offenders", False),
        ("warn", "Hard-to-reach", False),
    ]


def test_letters_are_found_as_they_are_written():
    assert found("An ace day. ACEs.", rule("ACE\nACEs")) == [("warn", "ACEs", False)]


def test_a_shorter_word_inside_a_worse_one_is_not_told_twice():
    assert found("gang members", rule("gang*"), rule("gang member*", "block")) == [("block", "gang members", False)]


@pytest.mark.parametrize("quote", ["“a thug”", '"a thug"', "‘a thug’", "'a thug'"])
def test_what_somebody_said_stops_nothing_once_there_is_a_reason(quote):
    findings = language_rules.find([f"They called him {quote}. It's not right, isn't it?"], [rule("thug", "block")])

    assert language_rules.stopping(findings, quotes_have_a_reason=False)
    assert not language_rules.stopping(findings, quotes_have_a_reason=True)


def test_a_reason_for_a_quote_does_not_excuse_the_same_word_outside_it():
    findings = language_rules.find(["A thug. He said “thug”."], [rule("thug", "block")])

    assert [finding.quoted for finding in language_rules.stopping(findings, quotes_have_a_reason=True)] == [False]


@pytest.mark.parametrize("words", ["*", "a", "x*\nlong enough"])
def test_a_rule_that_would_be_found_everywhere_is_refused(words):
    with pytest.raises(ValidationError, match="too short"):
        rule(words).clean()


def test_the_list_is_read_once_however_much_there_is_to_read(vocabulary, django_assert_num_queries):
    with django_assert_num_queries(1):
        language_rules.find([COPY] * 50)
