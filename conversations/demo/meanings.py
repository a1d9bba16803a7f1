"""When to use each theme of the demonstration's codebook, when not, and the words that people use for it. Invented."""

# ruff: noqa: E501 - one line for each thing that is said

# code: (use it when, not when, words that people use)
MEANINGS = {
    "after-six": ("People speak of a place or something to do in the evening, at weekends or in the holidays.", "It is about the person who runs it: that is “Trusted adults”.", "youth club\nopen late\nlibrary\nsports hall\nboxing gym\nnowhere to go\nfree activities\ncommunity garden\nkeep it open"),
    "trusted-adults": ("Somebody older who listens, stays or is missed is named by what they do.", "It is a parent or carer: that is “Life at home”.", "youth worker\ncoach\nmentor\nsomebody who listens\nbarber\nauntie\nstays for years\nnobody to tell"),
    "neighbours": ("People on one street, block or estate help each other, or wish that they did.", "It is about lights or repairs: that is “Lights and streets”.", "next door\nneighbour\nestate\nshopkeepers\nparade\nlook out for each other\nwhatsapp group\nresidents"),
    "belonging": ("Faith, culture, language or being welcome is what helps, or what is missing.", "It is about school: that is “Staying part of school”.", "mosque\nchurch\ntemple\nour language\nculture\nwelcome\nbelong\nmusic"),
    "healing": ("It is about support after a loss, an injury or a fright, soon or years later.", "It is about any other health service.", "counselling\ngrief\nbereaved\nwaiting list\ntrauma\ntherapy\nafter the funeral\nsomeone to talk to"),
    "family": ("It happens at home, between parents, carers, brothers and sisters, or help for them is meant.", "It is about the flat itself: that is “Housing”.", "parents\nmum\ndad\nfamily\ncarers\nat home\nolder brother\nparenting"),
    "school": ("It is about being in class, being sent out, excluded or moved, or about how school feels.", "It only happened near a school: look at “Getting home safely”.", "excluded\nteacher\nschool\nclass\nsent out\ndetention\npupils\nlesson"),
    "police-trust": ("It is about ringing the police, being listened to, being stopped or being treated fairly.", "It is about the number of patrols: that is “Cameras and patrols”.", "police\nofficer\nstop and search\nstopped\nring 101\nnobody came\nsearched"),
    "getting-home": ("A journey, a stop, a station or a way home feels safe or unsafe.", "It is about a street where people live: that is “Lights and streets”.", "bus\nbus stop\nstation\nwalk home\nway home\nafter dark\ntrain\ndriver"),
    "online": ("It began, spread or was seen on a phone, in a game or in a chat.", "A phone was only used to ring somebody.", "phone\nsnapchat\ngroup chat\nvideo\nfilmed\nposted\nsocial media\ngame"),
    "being-judged": ("People are treated by their looks, their clothes, their colour or their address.", "Police do it: add “Trust in the police” as well.", "judged\nracism\nhoodie\nfollowed round the shop\npostcode\nstereotype\nlooked at\nblamed"),
    "money-and-work": ("Lack of money, debt, or jobs and training for young people is the reason or the answer.", "It is about rent: that is “Housing”.", "money\njob\napprenticeship\ndebt\nwork experience\npaid\nfree school meals\ncost"),
    "housing": ("It is about the home as a place: crowded, moved, waiting, too dear.", "It is about people in the home: that is “Life at home”.", "flat\nrent\novercrowded\nmoved\ntemporary accommodation\nhousing list\nhostel\nlandlord"),
    "lights-and-streets": ("Lights, repairs, rubbish, parks or stairwells are meant.", "It is about cameras: that is “Cameras and patrols”.", "street lights\ndark\npark\nrubbish\nstairwell\nbroken\nalley\nrepair"),
    "cameras": ("People want more or fewer cameras or patrols, or speak of what they do.", "It is about how officers treat people: that is “Trust in the police”.", "cctv\ncamera\npatrol\nmore police on the street\nwatched"),
    "tougher-rules": ("People want stricter or less strict punishment.", "It is about school rules: that is “Staying part of school”.", "tougher\nsentence\nprison\npunish\nconsequences\nlaw\nstricter"),
}  # fmt: skip
