"""The five topics that young people asked for (seed 000). The official wording is lost; these words are ours."""

from home.content.written import Written, danger, help_with, html, note, say, signs, steps, strengths, text

INDEX = Written(
    slug="messages",
    title="Five things young people asked us to talk about",
    summary="Bullying, healthy relationships, knife crime, drugs and alcohol, and online dangers.",
    body=[
        text(
            "Adults teach children about strangers and about roads. Young people in Lewisham told us that this is not "
            "enough. They named five things that worried them most.",
            "Each page says what the thing is, what you may notice, and words to start a talk with. Then it shows who "
            "can help.",
        ),
        strengths(
            "A good place to start",
            "You do not need to know all the answers. Ask a kind question, and then listen. That is often what helps "
            "most.",
        ),
    ],
    closing="Most young people are kind, and most want to help each other. A good talk can start today.",
    button=("Become a champion", "/workshops/"),
)

BULLYING = Written(
    slug="bullying",
    title="Bullying",
    summary="Spot it early, say something kind, get support.",
    body=[
        strengths(
            "You can make a difference",
            "One friend who stays close can change how a whole week feels. So can one adult who listens.",
        ),
        signs(
            "Not wanting to go to school, or taking a new way there",
            "Lost or broken things, or no money left",
            "Tummy ache or headache on school days",
            "Being quiet, cross or in tears after being online",
            "Sleeping badly, or eating much more or much less",
        ),
        say(
            ("You seem a bit down after school. What is the best bit of your day, and the worst?", "To your child"),
            ("I saw what happened. It was not OK. Do you want to walk with me?", "To someone in your class"),
            ("I think that joke hurt him. Shall we stop?", "To a friend who has gone too far"),
            ("Can you help me think about what to do? I do not want it to get worse.", "To a teacher or another adult"),
        ),
        text(
            "## If it is happening to you",
            "It is not your fault. Nobody has the right to treat you like this.",
            [
                "Tell one person you trust. You can do it in a text.",
                "Keep messages and pictures. They show what is going on.",
                "You do not have to fight back, and you do not have to cope alone.",
                "If the first person does not help, tell another one.",
            ],
            "## If you have hurt somebody",
            "You can stop, and you can put things right. Many people who bully are hurt or scared too. Tell an adult "
            "who will hear you out.",
        ),
        steps(
            "You tell a teacher, a parent or another adult.",
            "They listen, and they ask what you would like to happen.",
            "The school must have a plan for bullying. You can ask to see it.",
            "Somebody checks with you later that it has stopped. If it has not, you ask again.",
        ),
    ],
    closing="Bullying can stop. It stops sooner when somebody speaks up, and that can be you.",
    fields={
        "need": "bullied",
        "what_it_is": html(
            "Bullying is when someone hurts another person again and again, on purpose. It can be words, pushing, "
            "leaving someone out, or messages on a phone.",
            "Often one person has more power: they are older, stronger, or have more friends. Some bullying picks on "
            "who a person is: their skin colour, faith, body, or whom they love.",
        ),
    },
)

RELATIONSHIPS = Written(
    slug="healthy-relationships",
    title="Healthy relationships",
    summary="What respect feels like, at home and out.",
    body=[
        strengths(
            "What good looks like",
            [
                "You can say no, and it is fine.",
                "You can see your friends and your family.",
                "You can be wrong, and nobody scares you for it.",
                "You feel safe when the other person is cross.",
                "Nobody counts your money or checks your phone.",
            ],
        ),
        note("The next part talks about people who hurt or control others. You can skip it."),
        signs(
            "Being told what to wear, where to go or whom to see",
            "Having to reply to messages at once",
            "Being scared of someone’s mood",
            "Being pushed, hit, or made to do things with their body",
            "A child who is jumpy, or who tries to keep the peace at home",
            closing="It can happen to women, men and children. It can come from a partner, a parent, a brother or a "
            "grown-up child. It is never the fault of the person who is hurt.",
        ),
        say(
            ("I have noticed you check your phone a lot. Do you feel free to leave it?", "To a friend"),
            ("I am not here to judge. I just want to know you are OK.", "To someone who may be hurt at home"),
            ("How do you know when somebody respects you?", "To your child"),
            ("I do not like how I acted. I want help to change.", "If it is you who scares others"),
        ),
        text(
            "## If you are being hurt",
            "You choose what to do and when. Leaving can be a risky time, so talk to someone trained first. They will "
            "help you plan, and they will not make you leave.",
            "You do not have to be sure that it counts. You can ring just to ask.",
            "## If somebody tells you",
            "Believe them. Do not go to the person who hurts them. Do not send texts or leave cards where they "
            "can be seen. Ask what would help, and when it is safe to talk.",
        ),
        danger(),
    ],
    closing="Love should not make you afraid. People get safe, and people heal. You can take one small step today.",
    fields={
        "need": "hurt-at-home",
        "what_it_is": html(
            "A healthy relationship is one where both people feel safe and free. That is true for boyfriends and "
            "girlfriends, for friends, and at home.",
            "Abuse is when one person hurts, scares or controls another. It can be done with hands, with words, with "
            "money or with a phone.",
        ),
    },
)

KNIVES = Written(
    slug="knife-crime",
    title="Knife crime",
    summary="Carrying is often fear. Safety is people.",
    body=[
        strengths(
            "What keeps people safe",
            "Friends who look out for each other. A place to go. A grown-up to ring at any hour. Those are stronger "
            "than anything in a pocket.",
        ),
        text(
            "## Why somebody may carry",
            "Most often it is fear. Someone may have been robbed, or may have seen a friend hurt. Someone may be told "
            "to carry by older people. Shame and blame do not take that fear away. Feeling safe does.",
            "Carrying makes it more likely that you get hurt. It is also against the law, even if it is only to feel "
            "safe, or if you hold it for somebody else.",
        ),
        signs(
            "Being scared to go to some places or on some buses",
            "Talking about a fight, or about getting even",
            "Staying away from friends, or having new, older ones",
            "A cut or a bruise that nobody explains",
            "A kitchen knife that has gone missing",
        ),
        say(
            ("Is there anywhere you do not feel safe? Where do you feel safest?", "To your child"),
            ("If you ever need to get out of something, ring me. I will come, and I will not shout.", "To your child"),
            ("I am worried about you. I would rather have you annoyed with me than hurt.", "To a friend"),
            ("What would have to change so that you did not need it?", "To someone who carries"),
        ),
        steps(
            "Move away and get to people: a shop, a bus driver, a Safe Haven.",
            "If somebody is hurt, ring 999 and ask for an ambulance. They will tell you what to do.",
            "Press hard on the wound with a clean cloth, and do not stop. Leave anything that is stuck in it.",
            "Later, talk to somebody. Your body has had a shock, and that takes time.",
            heading="If it happens near you",
        ),
        help_with(
            "exploited",
            "If somebody makes you carry things, you are being used. There are people who help you get out.",
            heading="If somebody makes you carry",
        ),
    ],
    closing="Most young people do not want a fight. Fear can be talked about, and people do walk away. You can too.",
    fields={
        "need": "hurt-outside",
        "what_it_is": html(
            "Knife crime is when somebody carries a knife, scares people with it, or hurts someone. It is only one "
            "kind of violence, and it has roots: fear, loss, debt, and feeling that nobody is on your side.",
            "This page shows no pictures of knives. They scare people, and they keep nobody safe.",
        ),
    },
)

DRUGS = Written(
    slug="drugs-and-alcohol",
    title="Drugs and alcohol",
    summary="Pressure, debt, and how to step away.",
    body=[
        strengths(
            "You can step away",
            "People stop, cut down, and get out of debt to dealers. It is easier with someone beside you.",
        ),
        text(
            "## When somebody is being used",
            "Some adults give young people money, phones, trainers or a place to belong. Then they ask for something "
            "back: to carry a bag, to sell, or to go to another town. This is often called county lines.",
            "A debt can be a trick. Some are robbed on purpose, so that they owe. The person who did that is to "
            "blame, and not the child who was trapped.",
        ),
        signs(
            "New things that nobody has paid for, or a second phone",
            "Coming home late, or being gone for a night or more",
            "Train tickets to places far away",
            "New, older friends, and being afraid of them",
            "Drinking or taking something to sleep, or to forget",
        ),
        say(
            ("You will not be in trouble with me. Are you safe? Does anyone make you do things?", "To your child"),
            ("Do you owe anybody? We can work it out, and you do not have to pay alone.", "To a young person"),
            ("I am not having any tonight. Come and get chips with me.", "To a friend who pushes"),
            ("I drink more than I want to. Can you help me?", "To a doctor, or on a help line"),
        ),
        text(
            "## If your child has gone missing",
            "Ring 101, or 999 if you think they are in danger. You do not have to wait for a day. Say that you think "
            "somebody is using them. Ask for help for your child, and not just for a search.",
            "## If somebody has taken too much",
            "Ring 999. Tell them what was taken, if you know. Stay, and lay the person on their side. The crew come "
            "to save a life.",
        ),
        help_with("exploited", "These services help people who are made to carry, sell or owe.", heading="A way out"),
    ],
    closing="A debt is not the end, and one mistake is not your life. People get out. Talk to someone who knows how.",
    fields={
        "need": "drugs",
        "what_it_is": html(
            "Some people use drugs or drink for fun. Some use them to numb pain. They can hurt your body and your "
            "mood, and they can make a quarrel turn into a fight.",
            "Selling drugs brings violence too. Some of the people who are hurt most are children who were pushed "
            "into it.",
        ),
    },
)

ONLINE = Written(
    slug="online-dangers",
    title="Online dangers",
    summary="Who is asking, and what for?",
    body=[
        strengths(
            "Good things first",
            "Being online lets you learn, laugh, and find people like you. You can keep that and be safe.",
        ),
        text(
            "## Three questions to ask",
            [
                "Who is asking? Do I know them away from a screen?",
                "What do they want: a picture, money, a secret, my time?",
                "Would they still be kind if I said no?",
            ],
        ),
        signs(
            "Hiding the screen, or being up late with it",
            "Being upset after a message",
            "A new friend who wants to be a secret",
            "Gifts, game money or a phone from somebody",
            "Being asked for pictures, or being told that one will be shared",
        ),
        say(
            ("Show me the funniest thing you saw today. Did you see anything that was not OK?", "To your child"),
            ("Whatever you sent, I am on your side. Let us sort it out.", "To your child"),
            ("I do not send pictures. If you like me, that is fine.", "To somebody who asks"),
            ("Do not share it. It could ruin his week.", "To your group chat, about a fight video"),
        ),
        text(
            "## If somebody says that they will share a picture",
            [
                "Do not pay, and do not send more.",
                "You are not in trouble. The person who does this is breaking the law.",
                "Keep the messages, then block them.",
                "Tell an adult. If you are under 18, Childline can help you to get the picture taken down.",
            ],
            "## When a fight starts online",
            "A joke, a song or a clip can turn into a real fight. You can stop it: do not share, do not add to it, "
            "and tell somebody who can calm things down.",
        ),
    ],
    closing="You can come back from a bad thing online. It feels huge today, and it will get smaller.",
    fields={
        "need": "online",
        "what_it_is": html(
            "People can be hurt through a phone or a game. Some are bullied. Some are tricked into sending pictures or "
            "money. Some are pulled into fights, or shown things that stay in the mind.",
            "The one who tricks or hurts is to blame, and never the one who was tricked.",
        ),
    },
)

# The code of each message → its page.
PAGES = {
    "bullying": BULLYING,
    "healthy-relationships": RELATIONSHIPS,
    "knife-crime": KNIVES,
    "drugs-and-alcohol": DRUGS,
    "online-dangers": ONLINE,
}
