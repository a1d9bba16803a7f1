"""The words that the partnership does not use, as the list starts (seeds 000, 002 and 003; users.md 3.13).

From the partnership's own rule, "move away from blame and shame", the Children's Society and NAPAC's guide of 2024 on
words about children, and the Race Disparity Unit's on ethnicity. Staff change the list; nothing here overwrites it.
"""

from common.models.language import StyleRule

BLOCK, WARN, SUGGEST = StyleRule.Level.BLOCK, StyleRule.Level.WARN, StyleRule.Level.SUGGEST

# Level, words, what to say instead, why.
STYLE_RULES: list[tuple[str, list[str], str, str]] = [
    (BLOCK, ["gang member*"], "young person who is being exploited", "A child who is used by others is not to blame."),
    (BLOCK, ["put* himself at risk", "put* herself at risk", "put* themselves at risk", "put* themself at risk"],
     "somebody put them at risk", "It says that the child is to blame for what was done to them."),
    (BLOCK, ["lifestyle choice*"], "what was done to them", "Nobody chooses to be exploited."),
    (BLOCK, ["child prostitut*", "underage prostitut*"], "sexually exploited child", "A child cannot agree to this."),
    (BLOCK, ["promiscuous", "asking for it"], "", "It blames the person who was hurt."),
    (BLOCK, ["thug*", "yob*", "scum", "feral", "chav*"], "people", "It is an insult."),
    (WARN, ["BAME", "BME"], "the name of the group that you mean", "People do not see themselves in these letters."),
    (WARN, ["offender*", "criminal*"], "person who has used violence", "One act is not the whole person."),
    (WARN, ["perpetrator*", "abuser*"], "person who used violence", "People can change, and labels make it harder."),
    (WARN, ["victim*"], "person who has been hurt", "Many people do not want to be called this."),
    (WARN, ["gang*"], "group", "The word makes people afraid, and falls on Black boys most."),
    (WARN, ["knife crime capital", "hotspot*", "no-go area*", "war zone*"], "the place’s own name",
     "It hurts everybody who lives there."),
    (WARN, ["hard to reach", "hard-to-engage"], "people whom we have not reached yet",
     "It is we who did not reach them."),
    (WARN, ["troubled famil*", "problem famil*", "broken home*"], "families who need help", "It blames a family."),
    (WARN, ["vulnerable"], "what it is that puts them in danger", "Being in danger comes from outside a person."),
    (WARN, ["street-wise", "streetwise"], "", "It makes a child sound grown up, and so less in need of care."),
    (WARN, ["involved in exploitation", "involved in county lines", "sexual activity with a child"],
     "is being exploited", "It sounds as if the child had a choice."),
    (WARN, ["challenging behaviour", "attention seeking", "acting out"], "what the person may be telling us",
     "All behaviour tells something."),
    (WARN, ["epidemic", "out of control", "lawless"], "the figure, with its source", "Fear makes people carry."),
    (WARN, ["service user*"], "people", "It makes a label of asking for help."),
    (SUGGEST, ["utilise*", "utilize*"], "use", ""),
    (SUGGEST, ["in order to"], "to", ""),
    (SUGGEST, ["prior to"], "before", ""),
    (SUGGEST, ["regarding", "in relation to"], "about", ""),
    (SUGGEST, ["commence*"], "start", ""),
    (SUGGEST, ["facilitate", "facilitates"], "help, or lead", ""),
    (SUGGEST, ["assistance"], "help", ""),
    (SUGGEST, ["additional"], "more", ""),
    (SUGGEST, ["stakeholder*"], "the people you mean", ""),
    (SUGGEST, ["signpost*"], "show where to go", ""),
    (SUGGEST, ["YOS", "YJS"], "Youth Justice Service", "Not everybody knows these letters."),
    (SUGGEST, ["VRT", "VRB"], "Violence Reduction Team, or Board", "Not everybody knows these letters."),
    (SUGGEST, ["ACE", "ACEs"], "hard things that happen in childhood", "Not everybody knows these letters."),
    (SUGGEST, ["VAWG"], "violence against women and girls", "Not everybody knows these letters."),
    (SUGGEST, ["CAMHS"], "mental health help for children", "Not everybody knows these letters."),
    (SUGGEST, ["MASH"], "the team to ring about a child", "Not everybody knows these letters."),
]  # fmt: skip

# Drafts: code, where it shows, words. Nobody has agreed them yet, so they have no date, and pages say so.
SAFEGUARDING_TEXTS = [
    ("how-to-ring", "Stop screen of a facilitator: how to ring",
     "Use the person’s own words when you ring. Do not promise to keep it secret, and do not ask them to prove it."),
    ("about-us", "Safeguarding queue: it is about one of our own people",
     "Tell the Local Authority Designated Officer (LADO) within one working day. Do not speak to the person it is "
     "about first."),
    ("duty-to-report", "Safeguarding queue: it may be the sexual abuse of a child",
     "People in some roles must tell the police or the council themselves. Nobody’s permission is needed, and nobody "
     "may stop a report."),
]  # fmt: skip
