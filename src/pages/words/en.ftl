# What the pages of someone answering say of their own, in English. Every other language has the same messages.
# `.child` is how the child's edition says it: words that a child of seven can read.

language-name = English
language-choose = Language

## Dates and numbers

date = { $weekday } { $day } { $month } { $year }
weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

## On every page

skip-link = Skip to main content
exit = Exit this page
about-page = About this page
main-navigation = Main
error-prefix = Error:
back = Back
foot-talk = Who to talk to
foot-information = Your information
foot-receipt = See or erase your answers
foot-complain = Ask or complain
foot-accessibility = Accessibility
trial = A try-out: nobody is really asking, and the answers already here are made up.
summary-heading =
    { $count ->
        [one] One thing to change
       *[other] { $count } things to change
    }
talk-heading = Who to talk to
    .child = Is something making you sad or scared?
talk-child = Tell a grown-up you trust. Or call someone who listens:
talk-entry = { $name }, for { $whom }.
talk-for = For { $whom }.

## The front door

home-title = Have your say
home-button = Have your say
home-nothing = Nothing is being asked today.
home-also = Also
home-before-and-after = Before and after
home-no-name = No name needed.
open-until = Open until { $day }.
tag-open = Open
tag-soon = Soon
tag-closed = Closed
card-until = Until { $day }.
card-opens = Opens on { $day }.
card-closed = Closed on { $day }.
how-title = How it works
how-ask = We ask
how-ask-words = A few questions, put in words for you. Skip any you like. You do not give your name.
how-say = You say
how-say-words = One word or lots, in your own words. You get a code, so you can see or erase your answers later.
how-read = We read
how-read-words = What people say is counted by subject and place. Small numbers are kept private, so that nobody can be picked out.
talking-title = Who is talking
talking-words = Each shape stands for people who answer from where they stand. You will see them next to what people said.

## The first page of a consultation

start = Start
start-again = Start again
start-go-on = Go on where you were
start-safe = If you do not want anyone to know you were here:
start-safe-words = “Exit this page” at the top takes you to the weather at once. It forgets what you wrote and did not send. The address stays in this browser’s history, so clear that too.
start-who = Who is asking
start-why = Why
start-undecided = What is not decided yet
happens-title = What happens with what you say
information-title = Your information
information-name = We do not ask for your name, address or school. Please leave them out of your answers too.
information-skip = You can skip any question. You can stop whenever you like.
information-kept = What you write is kept on our computer while you answer. It is only counted if you send it.
information-code = At the end you get a code. With it you can see or erase your answers.
information-full = Your information in full

## Who are you?

who-title = Who are you?
who-hint = Pick the one that fits you best today.
who-missing = Pick who you are, so that we can ask in the right words
continue = Continue

## A question

question-at = Question { $at } of { $of }
nobody-reads = Nobody reads this straight away.
note = We cannot find you unless you tell us who you are. If you do, and someone is in danger, we must tell someone.
    .child = We cannot find you unless you tell us who you are. If you do, and you are in danger, we must tell someone.
leave-out = Please leave out names, addresses and schools.
    .child = Please leave out names, your address and your school.
next = Continue
    .child = Next
skip = Skip this one
save = Save
somewhere-else = Somewhere else
not-sure = I’m not sure
not-stored = We could not store your answer at this moment. It is still here: wait a few seconds and send it again
too-long = Your answer has { $characters } characters and the most is { $most }. Take { $over } away. Nothing has been lost
not-an-option = Pick one of these, or skip this one

## Check answers

check-title = Check your answers before you send them
    .child = Look at what you said
check-before = Nothing has been sent yet. Change anything you like, or leave things out.
    .child = Nothing is sent yet. You can change anything.
check-send = Send my answers
check-happens = What happens when you send
    .child = When you send
check-read = Your answers are read and counted with everyone else’s.
    .child = Grown-ups read what everyone said and count it.
check-hidden = A computer hides names and addresses as well as it can before anyone reads your answers. Please leave them out.
    .child = A computer hides names and addresses as well as it can.
check-quoted = Your words may be quoted, never with anything that shows who you are.
    .child = They may show your words to other people. They never show who you are.
check-code = You get a code so you can see or erase your answers.
    .child = You get a code. With it you can see or rub out your answers.
check-who = Who you are
check-change = Change
check-change-who = : who you are
check-answer = Answer
check-skipped = Skipped. That is fine.

## When there is no draft to go on with, or the consultation is shut

lost-title = We have lost your place
lost-words = Nothing has been sent. Please start again.
lost-wrote = This is what you wrote
copy-words = You can copy it from here.
lost-why = Why this happens
lost-closed = The browser was closed, or someone else started on it.
lost-exit = You used “Exit this page”, which forgets what was not sent.
lost-cookie = The browser keeps no cookies. We need one, which forgets you when the browser closes, to keep your answers together.
shut-opens = This opens on { $day }.
shut-opens-words = Come back then. It stays open until { $day }.
shut-closed = This closed on { $day }.
shut-closed-words = It takes no more answers.
shut-not-sent = What you wrote was not sent
shut-about = What it is about
shut-happens = What happens with what people say
shut-erase = If you answered, you can still { $link } with your code.
shut-erase-link = see or erase your answers

## After sending

thanks-tab = Thank you. Your answers are in
thanks-title = Thank you. Your answers are in.
thanks-words = They are stored, and will be read and counted with everyone else’s.
    .child = What you said is safe with us. It will be read.
thanks-code = Keep this code
thanks-code-words = It is the only way to see or erase your answers. We do not know which answers are yours, so we cannot send it again.
    .child = With this code you can see your answers again, or rub them out. A grown-up can help you keep it.
thanks-file = Save it as a file
thanks-or = or print this page, or write it down.
thanks-next = What happens next
thanks-today = Today
thanks-today-words = your answers are stored.
thanks-until = Until { $day }
thanks-until-words = other people answer.
thanks-after = After that
thanks-after-words = everything is read and counted. { $organisation } says what people said, what was decided because of it, and what was not done and why.
thanks-happens = What happens with what you say, in full
thanks-shared = Is this computer or phone shared?
thanks-shared-words = Finish here, so that the next person cannot see your code.
thanks-finish = Finish
file-code = Your code:
file-use = With it you can see or erase your answers.
file-use-at = With it you can see or erase your answers at { $website }.
file-nobody = Nobody can send it to you again.

## See or erase your answers

receipt-title = See or erase your answers
receipt-code = Your code
receipt-hint = You got it when you sent your answers. It has 26 letters and numbers. Capitals, spaces and dashes do not matter.
receipt-see = See my answers
receipt-lost = If you have lost your code
receipt-lost-words = We do not know which answers are yours, so we cannot find them for you, and nobody else can either.
receipt-missing = Type your code
receipt-unknown = We have no answers with this code. Check it for slips. If you erased them before, they are gone
kept-title = Your answers
kept-sure = Erase your answers for good?
kept-sent = Sent on { $day }.
kept-warning = What you said leaves the database and every count made from now on. This cannot be undone.
kept-yes = Yes, erase my answers
kept-no = No, keep them
kept-skipped = Skipped.
kept-erase = Erase my answers
erased-title = Your answers are erased
erased-words = They are gone from the database, and from every count made from now on.
see-asked = See what is being asked

## Who to talk to

help-danger = If you or someone else is in danger now, ring { $phone }.
help-not-read = Nobody reads what you write here straight away. We cannot find you. If you need someone, please talk to someone.
help-people = People who listen

## Ask or complain

complain-title = Ask or complain
complain-may = You may ask about what is asked here, how answers are used, or what was done with them. You may complain. A grown-up can do it for you.
complain-first = First, whoever is asking
complain-nobody = Write to whoever runs this website.
complain-touch = Get in touch in any way you like. Say that it is about a consultation on Heard:
complain-code = You do not need to say what you answered. If you want something done with your answers, you will need your code; { $link }.
complain-code-link = you can also erase them yourself
complain-data = About your information
complain-data-words = Ask for their data protection officer. If the answer is not good enough, go to the Information Commissioner: { $link }, { $phone }.
complain-council = About a council
complain-council-words = The council gives its last word first. Then you can go to the Local Government and Social Care Ombudsman: { $link }, { $phone }.
complain-danger = If someone is in danger
complain-danger-words = Do not wait for an answer.

## Your information

privacy-title = Your information
    .child = Your information
privacy-easy = Your information in easy words
    .child = Your information in easy words
privacy-short = In short
    .child = The main things
privacy-short-who = We do not ask who you are, and we do not want to know.
    .child = We do not ask who you are. We do not want to know.
privacy-short-keep = We keep what you write so that people can read it and count it.
    .child = We keep what you write. People read it and count it.
privacy-short-little = You can say as little as you like.
    .child = You can say as little as you like.
privacy-short-code = With your code you can see your answers, or erase them.
    .child = At the end you get a code. With it you can see your answers, or rub them out.
privacy-steps = Where your words go
    .child = Where your words go
privacy-step-write = You answer.
    .child = You write.
privacy-step-keep = Our computer keeps your answers and hides names.
    .child = Our computer keeps your words. It hides names.
privacy-step-read = Staff read them.
    .child = People read your words.
privacy-step-report = A report says in numbers what people said.
    .child = We make a report with numbers.
privacy-who = Who keeps it
    .child = Who keeps your words
privacy-who-nobody = Whoever runs this website.
    .child = The people who run this website.
privacy-who-words = They decide what is asked and answer to you for what is kept.
    .child = They choose what to ask. They must take good care of what you tell them.
privacy-what = What is kept
    .child = What we keep
privacy-what-wrote = What you wrote and picked, and the survey it answers.
    .child = What you wrote, what you picked, and which questions they were.
privacy-what-as = Whether you answered as a child, a parent and so on, and the district you picked.
    .child = If you are a child, a parent or someone else. And the place you picked.
privacy-what-day = The language of the page, and the day you sent it. Not the time.
    .child = The language of the page, and the day you sent it. Not the time.
privacy-what-code = A scrambled form of your code. It cannot be turned back into the code.
    .child = Your code, all mixed up. No one can turn it back into your code.
privacy-what-campaign = If you came by the link of a campaign, the name of the campaign. Not the place where you found it.
    .child = If a poster of a campaign led you here, the name of the campaign. Not the place where you saw it.
privacy-not = Not kept with your answers: your name, your address, your device or its internet address.
    .child = With your answers, we do not keep your name or your address. We do not keep which phone or computer you used, or its number on the internet.
privacy-while = While you are answering
    .child = While you answer
privacy-while-words = Your answers are kept on our computer until you send them, so that nothing is lost if the page closes.
    .child = We keep your answers on our computer until you send them. If the page shuts, they are not lost.
privacy-while-cookie = Your browser holds one cookie, a long random number that joins your pages together. It goes when you close the browser or choose “Exit this page”.
    .child = Your browser keeps one cookie for us. It is a long number. It tells us which pages go together. It goes when you close the browser or press “Exit this page”.
privacy-while-unsent = What was never sent is not read or counted, and is erased about a month later, or at once when you choose “Exit this page”.
    .child = If you do not send your answers, no one reads them or counts them. We rub them out after about a month. If you press “Exit this page”, they go at once.
privacy-while-language = If you choose a language, a second cookie holds its name and nothing else. It goes in the same way.
    .child = If you pick a language, one more cookie keeps its name. It keeps nothing else. It goes in the same way.
privacy-why = Why it is allowed
    .child = Why we may do this
privacy-why-words = Asking people before deciding is part of a public body’s work under the law (“public task”). It does not rest on your consent, so there is no box to tick, and you never have to answer.
    .child = The law gives some people a job to do for all of us, like looking after schools and parks. Before they choose what to do, they ask people. To ask is part of their job. The law calls this a “public task”. So you do not have to tick a box to say yes. And you never have to answer.
privacy-sees = Who sees it
    .child = Who sees your words
privacy-sees-staff = Staff who work on the consultation read answers, with names, addresses, phone numbers and the like hidden as well as a computer can.
    .child = The people who work on this read your words. First a computer hides names, addresses and phone numbers. It does this as well as it can.
privacy-sees-server = The few who look after the computer itself can see answers as they were written.
    .child = A few people look after our computer. They can see the words as you wrote them.
privacy-sees-published = What is published is counts, never with small numbers in them, and short quotes that do not show who said them.
    .child = We tell everyone how many people said each thing. We never show small numbers. We may show a few of your words, but not who said them.
privacy-sees-nobody = Nothing is sold, no advertiser sees it, and this website asks nobody else for anything.
    .child = We do not sell your words. No one who makes adverts sees them. This website does not ask any other website for anything.
privacy-risk = What could go wrong
    .child = What could go wrong
privacy-risk-rare = Something rare about you, together with where you live, could show who you are. Skip such a question, or say that you would rather not say: both are fine.
    .child = Is something about you rare? That and where you live could show who you are. You can skip a question like that. Or pick that you would rather not say. That is fine.
privacy-risk-names = The computer that hides names can miss one. Please leave out names, addresses and schools.
    .child = The computer hides names, but it can miss one. So please do not write names, your address or your school.
privacy-risk-code = Whoever has your code can see your answers, change them and erase them.
    .child = If someone else has your code, they can see your answers. They can change them or rub them out. Only show it to someone you trust.
privacy-risk-history = The history of this browser shows that you were here, even after “Exit this page”. If that worries you, use another phone or computer.
    .child = This browser can show that you were here, even if you press “Exit this page”. If that worries you, use a different phone or computer.
privacy-danger = If you are in danger
    .child = If you are in danger
privacy-danger-now = If you or someone else is in danger now, ring { $phone }.
    .child = Are you in danger now? Ring { $phone }.
privacy-danger-words = Nobody reads answers straight away, and we cannot find you unless you tell us who you are. If you do, and you or someone else is in danger, we must tell someone who can help.
    .child = No one reads your words straight away. We cannot find you unless you tell us who you are. If you do, and you or someone else is in danger, we must tell someone who can help.
privacy-do = What you can do
    .child = What you can do
privacy-do-erase = { $link } with your code. Erased answers leave the database, the search and every count made after that, and quotes of them leave our pages. Figures published before stay as they were.
    .child = { $link } with your code. If you rub them out, they are gone, and we do not count them any more. If your words were on a page of ours, we take them off. Numbers that we told people before that stay.
privacy-do-change = You can also change them with your code, until the survey closes.
    .child = You can change your answers with your code too, up to the last day.
privacy-do-ask = { $link }, if you want to know more or something is not right.
    .child = { $link }, if you want to know more or something is not right. Someone you trust can do it for you.

## Accessibility

accessibility-title = Accessibility
accessibility-want = We want everyone who is asked to be able to answer.
accessibility-can = What you can do here
accessibility-can-keyboard = Use a keyboard alone, and see where you are.
accessibility-can-large = Make everything four times as large, or use a narrow phone, without scrolling sideways.
accessibility-can-dark = Choose dark pages or your own colours in your device’s settings.
accessibility-can-scripts = Answer without JavaScript.
accessibility-can-long = Take as long as you like. If you stop, you can save and come back with a code: what you said is kept for 30 days.
accessibility-can-print = Print any page, or print the questions and answer them on paper.
accessibility-can-easy = Read the questions in easy read, with shorter sentences and bigger type, where a survey offers it. Children have pages in words of their own, with pictures.
accessibility-can-listen = Have a question read aloud, where your browser has a voice for its language.
accessibility-checked = What we have checked
accessibility-checked-words = We aim at WCAG 2.2, level AA. Pages of every kind are checked by a program (axe) at the width of a phone and of a desk, each time Heard is changed, and the journey from the first page to the last is walked in a browser with and without JavaScript.
accessibility-bad = What is not good yet
accessibility-bad-readers = These pages have not been tried with screen readers by people who use them every day.
accessibility-bad-children = They have not been tried with children, or with people who find reading hard.
accessibility-bad-browser = They have been tried in one browser, Chromium, and not on real phones.
accessibility-bad-easy = There is no British Sign Language. Only the questions and the page about your information are in easy words. Not every page can be read aloud: the one that shows all your answers cannot.
accessibility-bad-languages = The Welsh, Polish, Romanian and Urdu words of these pages have not been read by people who speak those languages. What is asked may be in fewer languages.
accessibility-bad-program = A program finds fewer than half of what gets in people’s way. There is more that we do not know of.
accessibility-way = If something is in your way
accessibility-way-words = { $link }. You may answer in another way: ask for paper, or ask someone to write for you.
accessibility-way-link = Tell us
accessibility-unhappy = If you are not happy with what we say, you can go to the { $link }.

## When something did not work

error-not-found = We cannot find that page
error-not-found-words = The address may be mistyped, or what was here may have ended.
error-consultation = We cannot find that consultation
error-consultation-words = Nothing is being asked at this address. Check it for slips, or see what is being asked now.
error-foreign = We did not take that form
error-foreign-words = It came from another website, so we did not act on it.
error-foreign-do = Open the page here and send it again.
error-unreadable = We could not read that form
error-unreadable-words = What arrived is not a form from our pages. Go back, and send it again.
error-too-large = That is too long
error-too-large-words = What you sent is longer than we can take: about a thousand pages.
error-too-large-do = Go back, and your words should still be there. Make them shorter and send them again.
error-too-slow = That did not arrive
error-too-slow-words = The connection is too slow or broke off. Nothing was stored. Go back and send it again.
error-busy = Too much at once
error-busy-words = Many people are answering at this moment. Nothing was half stored.
error-busy-do = Wait a few seconds, go back, and send it again. Your words should still be there.
error-broken = Sorry, something broke
error-broken-words = This is our fault and not yours. It has been noted.
error-broken-do = Go back and try again in a minute. If you were sending something, your words should still be there.
error-method = That does not work here
error-method-words = That page is not used in that way. Open it by its link.
error-back-to-answers = Back to your answers: they are kept

## More kinds of question

about-you-at = About you, { $at } of { $of }
pick-all = Pick all that fit.
pick-up-to = Pick up to { $most }.
pick-exactly = Pick { $most }.
pick-between = Pick from { $least } to { $most }.
too-many = You picked { $picked }. Take { $over } away so that { $most } stay
too-few = You picked { $picked }. Pick { $more } more, or skip this one
none-beside = You picked “{ $option }” and something else. Keep that one or the others
rank-rule =
    { $places ->
        [one] Pick the one that matters most.
       *[other] Pick up to { $places }, the one that matters most first.
    }
rank-empty = Nothing here
rank-first = First
rank-second = Second
rank-third = Third
rank-place = Place { $place }
ranked-twice = “{ $option }” stands in two places. Keep it in one of them
not-a-number = Write a whole number from { $least } to { $most }, or skip this one
postcode-label = Not sure? Type your postcode instead
postcode-hint = We look up your district and forget the postcode at once.
postcode-empty = Type your postcode, or pick from the list
postcode-first-part-only = That is only the first part. Type the whole postcode, or pick from the list
postcode-not-a-postcode = That is not written as a postcode is. Check it, or pick from the list
postcode-not-known = We do not know that postcode. Check it, or pick from the list
postcode-ended = That postcode is no longer used. Pick from the list
postcode-without-district = We do not know which district that postcode is in. Pick from the list
easy-read-on = Easy read
easy-read-off = Leave easy read
after-sensitive = If that question brought something up, you can talk to someone now.
    .child = That was a hard question. If you feel sad or scared, tell a grown-up you trust.

## Questions about oneself

equality-title = A few questions about you?
equality-why = They show us who we have not heard from yet, and for whom things are harder. You do not have to: your answers count just the same.
    .child = They show us which children we have not heard from yet. You do not have to. Your answers count just the same.
equality-rare = In a small place an unusual answer can show who someone is. You can skip any of them, or pick “I’d rather not say”.
    .child = You can skip any of them.
equality-yes =
    { $count ->
        [one] Yes, one question
       *[other] Yes, { $count } questions
    }
equality-no = No, send my answers as they are
equality-missing = Pick yes or no
send-title = Send your answers
send-words = That was everything. Nothing has been sent yet.
send-look = Look at all answers again

## Reading aloud, and leaving at once

listen = Read this to me
listen-stop = Stop reading
safety-title = How to leave these pages at once
safety-button = “Exit this page” stands at the top of every page. It takes you to a weather page and forgets what you wrote and did not send.
safety-keys = On a keyboard you can also press the Shift key three times.
safety-history = It cannot clear the history of this browser. Someone who looks there may see that you were here. If that worries you, use another phone or computer.
safety-try = You can try it now. Then come back and go on.

## Stopping half-way and coming back

later-button = Save and come back later
    .child = Stop here and come back later
later-title = You can come back later
later-kept = What you said is kept. Nothing has been sent.
later-code = Your code to come back
later-code-words = Write it down or take a picture of it. With it you can go on, here or on another phone or computer. Whoever has it can read what you said.
    .child = Write it down. With it you can go on later, here or somewhere else. Only show it to someone you trust.
later-how = To go on, open “{ $link }” and type the code.
later-until = Your answers are kept for 30 days after you last went on with them. You can send them until { $day }.
later-exit = “Exit this page” erases them at once. The code then opens nothing.
later-go-on = Go on now
later-forget-words = Take this code off this device, so that the next person cannot see your answers. Your answers stay kept under the code.
    .child = Take the code off this device, so that the next person cannot see your answers. Keep your code!
later-forget = Forget it on this device
come-back-title = Go on where you stopped
come-back-hint = You got it when you stopped. It begins with P and has 28 letters and numbers. Capitals, spaces and dashes do not matter.
come-back-go = Go on
come-back-unknown = Nothing is kept under this code. Check it for slips. Answers that nobody went on with for 30 days are erased
come-back-receipt = This is the code of answers that you have sent. Use it under “See or erase your answers”
come-back-lost = We do not know which answers are yours, so we cannot find them for you. You can start again.
start-code = I have a code to go on where I stopped
privacy-while-code = If you save and come back later, you get that number as a code. Whoever has it can go on with your answers.
    .child = If you stop and come back later, you get that long number as a code. If someone else has it, they can go on with your answers.

## Changing answers that were sent

receipt-place = This is the code of answers that you have not sent. Use it under “Go on where you stopped”
kept-until = You can change them until { $day }. Your code stays the same.
kept-change = Change my answers
check-correcting = You are changing answers that you sent before. Until you send, the old ones stay as they were.
    .child = You are changing answers that you sent before. Until you send, the old ones stay.
thanks-code-same = The code that you had before still works.
gone-title = These answers were erased
gone-words = They were erased with their code before you sent your changes. What is erased stays erased, so your changes were not stored either.

## On paper

paper-title = Answer on paper
paper-choose = Pick who will fill it in, and the language. Then print the page.
paper-print = Print this page with the print command of your browser.
paper-other = Other editions
paper-number = Number of this paper
paper-number-hint = Leave this empty: it is for whoever types the paper in.
paper-fill = Write with a dark pen. Leave out any question you like.
    .child = Use a dark pen. You can leave out any question.
paper-no-code = A paper has no code: once it is typed in, nobody can find it again to show it, change it or erase it.
paper-one = Tick one box.
paper-rank =
    { $places ->
        [one] Write 1 in the box of the one that matters most.
       *[other] Write 1 in the box of the one that matters most, then 2 and so on, up to { $places }.
    }
paper-between = A whole number from { $least } to { $most }.
paper-if = Answer this if you ticked { $options } in question { $question }.
paper-if-answered = Answer this if you wrote something in question { $question }.
paper-if-between = Answer this if you wrote a number from { $least } to { $most } in question { $question }.
paper-done = When you are done
paper-hand-in = Give this paper to whoever gave it to you, or send it to { $organisation }, so that it arrives by { $day }.
paper-typed = Two people type it in, each without seeing what the other typed, so that slips are found.

## Classes, groups and places

number = { $count }
number-hidden = hidden
number-hidden-words = : a small number, kept private. Do not read it as zero.
qr-alt = QR code for { $address }
way-counted = We count how many people begin and send from here. We never note who.
group-title = Answer with a class or group
group-intro = For a teacher, a youth worker or anyone who brings people together. You get a short code to show. Everyone types it and answers alone. You need no account.
group-name = What do you call the class or group?
group-name-hint = So that you know it again, such as “Year 6, Tuesday”. Everyone who has the code sees it. Please use nobody’s name.
group-headcount = How many people are there today?
group-headcount-hint = We keep the number, and nothing about who they are.
group-perspective = Who are they?
group-perspective-hint = If they all answer as one of these, they are not asked who they are.
group-each = Let each of them say
group-device = What do they answer on?
group-own = A device each
group-shared = One device that they pass round
group-shared-hint = It forgets each person before the next one starts.
group-start = Get the code
group-name-missing = Write what you call the class or group
group-name-long = Make the name shorter: at most { $most } characters
group-headcount-wrong = Write how many people there are, a whole number from 1 to { $most }
group-ready = { $name }: your code
group-go = Open { $address } and type this code:
group-scan = Or scan this with a camera:
group-until = The code works until { $day }.
group-return = Come back here to see how many have answered: { $address }
group-turnout = How many have taken part
group-in = In the group
group-came = Have begun
group-sent = Have sent their answers
group-rounded = What we count is rounded to the nearest { $rounding }. Below { $threshold } it is hidden, so that nobody can be picked out. Load this page again to count again.
group-run = How to run it
group-time = Add five minutes for handing out devices and typing the code.
group-read = Read the questions yourself first, so that none of them takes you by surprise.
group-look = Let people sit so that nobody sees another’s screen, and stay away from the screens yourself. If someone wants help with reading, read out the question and look away while they answer.
group-pass = Each person presses “Next person” after sending, and only then passes the device on. If someone stops halfway, type the code again: what they wrote is then gone from the device.
group-say = What to say first
group-say-free = “You do not have to do this. You can skip any question, and you can stop.”
group-say-test = “It is not a test. There are no wrong answers.”
group-say-who = “Nobody will know what you said. I will not know it either. Do not write names.”
group-say-code = “At the end you get a long code. It is only for you. With it you can see or erase what you said.”
group-safe = If something worries you
group-safe-words = Nobody reads answers straight away, and nobody can tell whose they are. Whatever is written here has not been reported to anyone.
group-safe-do = If someone tells you or shows you that they are not safe, follow your own safeguarding rules today, as you would on any other day.
join-title = Type the code
join-hint = It has 6 letters and numbers. Capitals and spaces do not matter.
join-unknown = That code is not one of ours. Check it for slips, or ask whoever gave it to you
join-link = I have a code from a class, a group or a poster
error-way-ended = This code has ended
error-way-ended-words = Ask whoever gave it to you for a new one. You can also answer without a code.
error-way-without = Answer without a code
next-title = Before you pass it on
next-words = Do you want to keep your code? Write it on paper now. When you press the button, this device forgets your code and what you said.
next-person = Next person
privacy-while-way = If you begin with the code of a class, a group or a place, we count one more person who began, and one more who sent. Your answers do not say where you came from. On a device that a group passes round, a cookie holds the group’s code, so that the next person can begin.
    .child = Did you start with a code from a class, a group or a place? Then we count one more who started, and one more who sent. Your answers do not say where you came from. If your group shares one tablet, a cookie keeps the code of the group, so that the next one can start.

# Asking to hear what came of it, and the letters that go with it.
hear-title = Hear what came of it
    .child = Hear what happened
hear-off = This website sends no email.
hear-elsewhere = What happens with what people say, on this website
hear-intro = { $organisation } writes to you once, when it can say what people said and what was decided. You can leave an address whether or not you answered.
hear-age = How old are you?
hear-age-hint = We do not keep this.
hear-13 = 13 or older
hear-under-13 = Younger than 13
hear-age-missing = Say how old you are
hear-address = Your email address
hear-address-hint = For example name@example.org
hear-address-missing = Write your email address
hear-address-wrong = Write one email address, such as name@example.org
hear-send = Tell me
hear-kept = What happens to your address
hear-kept-apart = It is kept apart from every answer. Nobody can see from it who said what, or whether you answered.
hear-kept-once = We write to ask if it is really yours. If you do not say yes within 7 days, it is erased.
hear-kept-long = It is erased as soon as we have told you, when you say so, and after two years in any case.
hear-grown-up-title = Ask a grown-up
hear-grown-up-words = You are not yet 13, so we do not take your address. A grown-up who looks after you can leave theirs, and tell you.
hear-grown-up-safe = If you typed an address, it is not kept.
hear-sent-title = Look in your email
hear-sent-words = If the address is right, a letter from us is on its way. Open the link in it to say that you want to hear.
hear-sent-none = No letter? Look where unwanted mail goes. We write to one address once a day at most.
hear-confirm-title = Do you want to hear what came of it?
hear-confirm-words = Then press the button. We write to you once.
hear-confirm-button = Yes, tell me
hear-confirmed-title = You will hear from us
hear-confirmed-words = We write once, when there is something to tell.
hear-leave-title = Do you want to hear no more?
hear-leave-words = Press the button and your address is erased.
hear-leave-button = Erase my address
hear-left-title = You hear nothing more from us
hear-left-words = Your address is erased from this list.
hear-gone-title = This link no longer works
hear-gone-words = It is more than 7 days old, or the address was erased.
hear-again = Ask to hear again
thanks-hear = Would you like to hear what came of it?
    .child = Would you like to hear what happened?
thanks-hear-words = Leave an email address. It is kept apart from your answers, and you are told once.
    .child = A grown-up can leave an email address. Then they can tell you what happened.
letter-confirm-subject = Do you want to hear what came of “{ $title }”?
letter-confirm-words = Somebody, probably you, asked { $organisation } to write to this address when it can say what came of “{ $title }”.
letter-confirm-link = Yes, write to me
letter-confirm-else = If it was not you, do nothing. The address is erased after 7 days and you hear nothing more.
letter-leave = Erase my address now
letter-told-subject = What came of “{ $title }”
letter-told-words = You asked to hear what came of “{ $title }”. { $organisation } now says what people said, what was decided because of it, and what was not done and why.
letter-told-foot = You get this letter because you asked for it. Your address is now erased: no other letter follows. Nothing ties it to any answer.
letter-program = A program sent this letter. Nobody reads what is sent back to it, unless an address to reply to is named.
## Campaigns: the public page, posters, cards and slides
campaign-by = Run by { $team }
campaign-so-far = How far we are
campaign-of = { $count } of the { $target } people we hope for have taken part.
campaign-counted = Counted up to yesterday.
campaign-few = We have just begun. There are too few yet to show a number.
campaign-news = News
campaign-feed = Follow the news in a feed reader
campaign-over = This campaign is over. Thank you to everybody who took part.
campaign-results = What came of it
campaign-results-soon = The answers are being read now. What came of it will stand here soon.
campaign-next = What happens next
campaign-next-results = What people said, in numbers
campaign-next-ballot = The result of the ballot
campaign-next-plan = What the plan does about it
campaign-vote = Vote
campaign-scan = Scan the code or type the address
campaign-points = How it works
campaign-point-skip = You can skip any question.
campaign-point-next = We tell you what happens next.
campaign-slip = Bring the slip from school: your voting code is on it.
campaign-draft = Draft: not approved yet
invited-leave-title = Do you want no more invitations?
invited-leave-words = Press the button and we send none to this address.
invited-leave-button = Send me none
invited-left-title = We send you no more invitations
invited-left-words = This address gets none from any campaign on this website.
privacy-while-hear = If you leave an email address to hear what came of it, it stands in a list of its own, apart from every answer. It is erased once we have told you.
    .child = A grown-up can leave an email address. It is kept away from your answers. We rub it out once we have told them.
## What was published

foot-results = What people said
results-title = What people said
results-intro = Everything that we asked and then published, the newest first. Each has an address that stays, and figures that never change.
    .child = Here you can see what people told us.
results-none = Nothing has been published yet.
results-all = Everything that was published
results-everyone = All the figures
results-chose = These are people who chose to answer. They are not a sample of everyone.
results-illustrative = Illustrative: some or all of these answers were invented to show how Heard works
results-illustrative-tag = illustrative
results-interim-tag = interim
results-corrected-tag = corrected since
results-correction-tag = correction
results-when = Publication { $number }, published on { $day } by { $organisation }.
results-number = publication { $number }
results-interim = These are interim figures: answers were still coming in.
    .child = People were still telling us things when we counted.
results-corrected = Something here was wrong. It was corrected on { $day }.
results-corrected-link = See the corrected results
results-corrects = This corrects { $link }. What was wrong:
results-newer = There are newer results.
results-newer-link = See the newest
results-quotes-gone =
    { $count ->
        [one] One quote has been taken out since: whoever said it erased their answers, or we withdrew it.
       *[other] { $count } quotes have been taken out since: those who said them erased their answers, or we withdrew them.
    }
results-about = What this is
results-undecided = What is not decided yet
results-places = Places
results-whole = All of { $place }
results-for-children = For children
results-files = Take it with you
results-pdf = Report (PDF)
results-poster = Poster (PDF)
results-children = For children (PDF)
results-xlsx = Tables (Excel)
results-csv = Figures (CSV)
results-json = Figures (JSON)
results-english = The report itself is in English.
results-wrong = Is something wrong?
results-wrong-words = Tell { $organisation }: { $link }.
    .child = Tell a grown-up, or ask one to tell { $organisation }: { $link }.
results-wrong-then = Nobody changes what was published. What was wrong is put right in a new publication, and this page then says so.
    .child = If something is wrong, we make a new page that is right. This page will then say so.
results-feeds = To hear of the next one, follow with a feed reader: { $atom } or { $rss }.
## A village of 100 children

village-title = A village of 100 children
village-why = All the children of a place are hard to picture. So picture a village where 100 children stand for all of them.
village-each = Each picture is the whole village. The filled figures are the children it is about. One child can be in several pictures.
village-together = Here every child of the village is in one group only.
village-count = { $count } of 100
village-no-number = The plan gives no number:
village-wanted = This is what the plan wants for them. It gives no numbers.
village-ours = We drew this from the plan’s own figures. The plan does not show it like this.
village-differ = The numbers are not all of the same children, nor of the same year. Under each stands of whom it is, when, and who says so.
village-of = Of: { $who }.
village-when = Figure of { $when }.
village-undated = The plan does not say when.
village-unsourced = The plan names no source for it.
village-rounded = Numbers are rounded to whole children.
village-from = Taken from { $plan }.
village-invented = This plan is made up. Nobody published it.

## What came of it

said-title = You said, we did
    .child = You told us, so we did this
said-words = What people said when we asked, what was decided, and what was done.
said-none = Nobody has written here yet what came of an older question. It will be here when they do.
said-asked = We asked
said-said = You said
    .child = You told us
said-decided = We decided
said-did = We did
    .child = What we did
said-will = We are doing, or will do
    .child = What we will do
said-stopped = What we gave up
said-not = What we will not do, and why
said-named = Named { $theme }
said-share = { $what }: { $share } of { $base }
said-people =
    { $count ->
        [one] { $count } person
       *[other] { $count } people
    }
said-hidden = { $what }: this figure is hidden to keep small numbers private: its own, or others that it would give away. It does not mean nobody.
said-chose = These are people who chose to answer. They do not stand for everybody.
said-owner = Who does it: { $owner }.
said-planned = Planned for { $day }.
said-under-way = Begun, to be done by { $day }.
said-done = Done on { $day }.
said-dropped = Given up.
said-published = Published on { $day }.
said-easy = In words for everybody
    .child = In easy words, for children
said-full = All of it, with numbers and dates
said-plan = The plan that came of it
said-all = What came of other questions
said-plans = Plans that are published
## Voting

vote-seats = How many win: { $seats }
vote-start = Start voting
vote-counted = How votes are counted
vote-method-plurality = Each mark is one vote. The most votes win.
vote-method-approval = Mark all that you are happy with. Each mark is one vote. The most votes win.
vote-method-borda = Your first choice gets most points, your second one point less, and so on. The most points win.
vote-method-dowdall = Your first choice gets a point, your second a half, your third a third, and so on. The most points win.
vote-method-runoff = If no choice is first on more than half of the papers, the choice with fewest votes goes out, and those papers count for their next choice. This goes on until one choice has more than half.
vote-method-stv = A choice that reaches a set number of votes is chosen. Votes that it does not need, and the votes of a choice that goes out, move to the next choice on those papers. These are the rules of council elections in Scotland.
vote-method-schulze = Every two choices are compared: how many papers put the one before the other. A choice that beats all others wins. If none does, the strongest chain of wins decides.
vote-method-points = Points are added up. The most points win.
vote-tie = A tie is broken by a draw from this text, which anybody can repeat: “{ $seed }”
vote-fixed = None of this changes once voting has begun. Its fingerprint: { $digest }
vote-secret-title = Your vote is secret
vote-secret = We do not ask for your name. What you mark is kept without your code, your school or the time. Nobody is shown any result before voting ends.
vote-secret-open = We do not ask for your name. What you mark is kept without anything that says who you are, and without the time. Nobody is shown any result before voting ends.
vote-who = Who may vote: from { $youngest } to { $oldest } years old
vote-until = Voting ends on { $day } at { $time }.
vote-closing = Send your vote before { $time } on { $day }. A paper that you began before then and send later does not count.
vote-opens = Voting begins on { $day } at { $time }.
vote-closed = Voting ended on { $day } at { $time }.
vote-soon = The votes are being counted and checked. The result will be here.
vote-late-words = Voting had ended when it was sent. Nothing of what you marked was kept.
vote-late = Your vote came too late and is not counted
vote-see-result = See the result
vote-choices = What you can vote for
vote-raised = Raised by people who answered a consultation
vote-raised-all = All of these were raised by people who answered a consultation.
vote-code = Your voting code
vote-slip-how = Scan this with a phone, or go to
vote-slip-once = It works once. Nobody can tell from it how you vote.
vote-code-hint = It is on the slip you were given: 16 letters and numbers. Capitals, spaces and dashes do not matter.
vote-code-held = Your code has been read. You need not type it.
vote-code-missing = Type your voting code
vote-code-unknown = We do not know this code. Check it for slips, or ask whoever gave it to you
vote-code-used = This code has been used. If you have just sent your vote, it is counted. If it was not you, ask for another code
vote-code-stopped = This code has been stopped because a pack of slips was lost. Ask whoever gave it to you for another
vote-voted = Somebody has voted on this browser
vote-voted-words = If it was you, your vote is counted and cannot be changed. If people share this device, it is the next person’s turn.
vote-halted = Voting has stopped
vote-halted-words = Something was changed that may not change once voting has begun. Please tell whoever runs this vote. Votes that were sent are safe.
vote-mark-any = Mark as many as you like.
vote-mark-up-to = Mark at most { $most }.
vote-points-rule = You have { $budget } points. Give them all to one, or share them out.
vote-about = For counting who takes part. It is not kept with your vote, and you can leave it out.
vote-age = How old are you?
vote-district = Where do you live?
vote-not-say = I’d rather not say
vote-spoilt-empty = Nothing is marked. Mark your paper, or send it blank if you mean to
vote-spoilt-many = You marked { $marked } and the most is { $most }. As it is, your paper would not count. Take some away
vote-spoilt-twice = “{ $name }” stands in two places. As it is, your paper would not count. Leave it in one
vote-spoilt-points = You gave { $given } points and there are { $budget }. As it is, your paper would not count. Take some away
vote-spoilt-number = Write points as whole numbers, such as 3
vote-spoilt-other = As it is, your paper would not count. Mark it again
vote-blank = Send a blank paper
vote-check-title = Check your vote
vote-check-blank = Your paper is blank: you take part and vote for nobody.
vote-check-once = Nothing has been sent yet. Once it is sent, you cannot change it.
vote-send = Send my vote
vote-change = Change it
vote-points-given = { $points } for { $name }
vote-thanks = Thank you. Your vote is counted.
vote-thanks-words = Nobody can tell which vote is yours, so nobody can look it up, change it or take it away.
vote-thanks-result = When voting has ended, the result and how it was counted will be here:
vote-next = Does somebody else vote on this device?
vote-next-words = Press the button and pass it on. Nothing of yours stays.
vote-result-of = The result: { $title }
vote-wins = { $name } wins
vote-wins-half = { $name } wins with { $votes } of the { $counting } votes that still count in the last round
vote-half-of = Papers that count: { $papers }. In the last round { $exhausted } of them rank no choice that is left, so { $name } has { $votes } of { $papers } ({ $share }).
vote-two-names = { $first } and { $last }
vote-chosen = { $names } are chosen
vote-won = Chosen
vote-nobody = No paper counts, so nothing is chosen.
vote-received = Papers that came in: { $received }. Of these { $valid } count and { $spoilt } do not.
vote-by-hand = Of them { $number } were counted by hand in schools, each typed in by two people.
vote-opened-again = Votes on paper from these places were typed again after two people had agreed on them: { $places }
vote-beyond-roll = More papers came in than there are people who may vote at: { $places }. The officer who published the result says why it is right all the same:
vote-approved = Checked and published on { $day }. This page stays.
vote-all = All choices
vote-choice = Choice
vote-rank = Place
vote-votes = Votes
vote-votes-when = Votes when chosen or left out, of { $papers } papers
vote-unit-of = { $unit }, from { $papers } papers
vote-rounds-differ = These numbers come from different rounds, so they do not add up to the papers.
vote-points = Points
vote-beats = Beats so many
vote-rounds = How it was counted
vote-round = Round { $number }
vote-quota = A choice needs { $votes } votes to be chosen.
vote-why-most = { $name } wins with { $votes }: among the most.
vote-why-half = { $name } wins with { $votes }: more than half of the { $counting } that still count in this round.
vote-why-quota = { $name } wins with { $votes }: as many as are needed, or more.
vote-why-last = { $name } wins with { $votes }: as many are left as there are places.
vote-why-beats = { $name } wins: against each choice that is left, more papers put it first.
vote-why-path = { $name } wins: no choice that is left has a stronger path to it than it has to that choice.
vote-out = { $name } has fewest, { $votes }, and goes out.
vote-surplus = { $name } has { $surplus } more than needed. Its papers move on, each at { $value } of what it was worth.
vote-moved = { $votes } of { $from } move to { $to }.
vote-exhausted = { $votes } of { $from } rank no choice that is left.
vote-exhausted-all = Papers so far that rank no choice that is left: { $votes }
vote-tie-drawn = A tie between { $names }. The draw that was published before voting chose { $chosen }.
vote-tie-open = A tie between { $names }, and no draw was published: nobody is chosen.
vote-empty = Places that stay empty: { $seats }
vote-turnout = Who took part
vote-by-district = By district
vote-by-age = By age
vote-by-school = By school
vote-took-part = Voted
vote-recount = Count it again yourself
vote-recount-words = The file of the count holds every paper that counts, with nothing that says whose it is. With Heard on your computer, type: { $command }
vote-audit-file = File of the count
vote-blt-file = Papers as .blt
vote-json-file = Result as data
vote-happens = What happens next
vote-happens-plan = What was chosen goes to those who write the plan. They say here what they do about it:
vote-happens-evidence = The plan builds on this result:
vote-happens-later = The plan is not published yet, and the day is not fixed. From then on this page leads to what it does about the result.
vote-happens-goes = What was chosen goes to those who write the plan.
vote-plan = The plan and what has come of it
vote-left-out = Votes on paper from these places are not in the count: { $places }. The officer who published the result says why:
vote-open-came = Anybody could vote, without a code. Papers that came so: { $papers }. A browser that has voted says so, but nothing could keep somebody from voting twice.
vote-open-some = Anybody could vote, without a code. A browser that has voted says so, but nothing could keep somebody from voting twice.
vote-open-once = Anybody can vote here, without a code. Please vote once: we cannot tell whether somebody votes twice.
vote-pairs = Every two choices compared
vote-pairs-why = How many papers put the one before the other. A choice that a paper leaves out comes after all that are on it.
vote-pair = { $one } before { $other }: { $papers } papers. The other way round: { $back }.
vote-paths = Where a path decides
vote-paths-why = A path leads from one choice to another in steps. In each step more papers put the one before the next than after it. A path is as strong as its weakest step, and the stronger path decides.
vote-path = { $one } stands before { $other } by a path: { $path }. Its weakest step has { $papers } papers. The strongest path back, { $back }, has { $fewer }.
vote-path-alone = { $one } stands before { $other } by a path: { $path }. Its weakest step has { $papers } papers. No path leads back.
vote-path-step = { $one } before { $other } ({ $papers })
vote-tie-out = A tie between { $names } for the fewest votes. The draw that was published before voting decided that { $chosen } goes out.
vote-tie-moves = A tie between { $names }. The draw that was published before voting decided whose votes move first: { $chosen }.
vote-bars = The dashed end of a bar is votes that came from the round before.
vote-turnout-rounded = Numbers of votes in these tables are rounded to the nearest { $rounding }.
vote-turnout-hidden = “{ $hidden }” stands for a small number, or one that would give a small one away. It is kept private. Do not read it as zero.
vote-of-residents = Of those aged { $youngest } to { $oldest } who live there
vote-of-roll = Of those who may vote there
vote-of-age = Of those of that age who live in the area
vote-no-roll = number not known
vote-age-screens = Ages are known only of votes sent from screens ({ $papers } papers), where voters said their age. Papers counted by hand say none.
vote-age-some = Ages are known only of votes sent from screens, where voters said their age. Papers counted by hand say none.
error-vote-many = Too many votes at once from your network
error-vote-many-words = Your vote is not sent yet. Wait a few minutes, then load this page again: what you marked is sent then.
vote-made-up = A try-out: nobody really votes here, and the votes already here are made up.
error-vote = We cannot find that vote
error-vote-words = There is no vote at this address. Check it for slips.
home-votes = Votes

## Plans that are published

plan-plans = Plans
plan-none = No plan is published yet.
plan-where = Where you are
plan-invented = Illustrative: this plan, or figures in it, were invented to show how Heard works
plan-wants = What it wants
plan-outcomes =
    { $count ->
        [one] 1 outcome
       *[other] { $count } outcomes
    }
plan-objectives =
    { $count ->
        [one] 1 objective
       *[other] { $count } objectives
    }
plan-priorities =
    { $count ->
        [one] 1 priority
       *[other] { $count } priorities
    }
plan-pieces =
    { $count ->
        [one] 1 piece of evidence
       *[other] { $count } pieces of evidence
    }
plan-of-indicators =
    { $count ->
        [one] 1 indicator
       *[other] { $count } indicators
    }
plan-going = How it is going
plan-see-progress = See the progress
plan-replies = What people said, and what was done:
plan-values = What it holds to
plan-partners = Who takes part
plan-pdf = The plan as a PDF
plan-json = The plan as data (JSON)
plan-versions = Versions
plan-version = Version { $number }
plan-taken-from = Taken from: { $source }. Prose is restated, titles and figures are the plan’s own.
plan-rests = What it rests on
plan-says = What the plan says
plan-will = What will be done
plan-know = How we will know
plan-no-indicator = The plan names no indicator for this, so nobody could tell whether it worked.
plan-rule = We draw a straight line from where things stood to where they should be. An indicator is on track when its newest figure is on that line or better. Once the time of the target has come, the first figure for it or later says whether the target was met or missed.
plan-whole = The whole plan
plan-progress = Progress
plan-as-whole = Of the plan as a whole
plan-doing = What is being done
plan-late = { $count } overdue
plan-newer = There is a newer version of this plan
plan-changed = What changed since the version before
plan-published = Version { $number }, published on { $day }.
plan-signed = Signed off by { $who } on { $day }.
plan-why = Why it matters
plan-areas = Areas of focus
plan-success = What success looks like
plan-undecided = What is still undecided
plan-took-part = Time to take part: { $from } to { $to }.
plan-decides = It will be decided on { $day }.
plan-for = What speaks for it
plan-against = What speaks against it
plan-nothing-linked = Nothing is linked.
plan-nothing-linked-here = Nothing is linked in this district’s plan.
plan-county-against = The county’s plan names what speaks against it: { $plan }
plan-nothing-found = Nothing was found.
plan-chose = Shares are of people who chose to answer. They are not a sample of everyone. Figures are those of the day this version was sent for review; small numbers are hidden.
plan-share = { $what }: { $share } ({ $range }) of { $base }
plan-range = { $low } to { $high }
plan-behind = See these results
plan-place = Only people in { $place }.
plan-place-ballot = Linked for { $place }; the result is that of everyone who voted.
plan-place-linked = Linked for { $place }.
plan-from-county = From the county’s plan: { $plan }.
plan-takes-over = This plan takes over what is in the county’s plan:
plan-local = Plans of districts that build on this one:
plan-no-action = The plan names no action for this.
plan-actions = Who answers for each, by when, and how far it has got.
plan-action = Action
plan-who = Who
plan-by = By
plan-how-far = How far
plan-overdue = overdue
plan-nobody = Nobody named
plan-no-date = No date
plan-planned = planned
plan-under-way = under way
plan-done = done
plan-dropped = dropped
plan-unsaid = Nobody has said
plan-reached = The target is reached
plan-on-track = On track
plan-not-on-track = Not on track
plan-met = The target was met
plan-missed = The target was missed
plan-passed = We cannot say: the time of the target has passed and no figure for it is entered
plan-last = When last measured, in { $period }: { $said }.
plan-no-baseline = We cannot say: the plan does not say where things stood
plan-baseline-undated = We cannot say: the plan does not say when things stood so
plan-no-target = We cannot say: the plan sets no target
plan-target-in-words = We cannot say: the target is not a number
plan-target-undated = We cannot say: the target has no date
plan-target-not-later = We cannot say: the target is not later than the baseline
plan-no-direction = We cannot say: the plan does not say which way is better
plan-target-against = We cannot say: the target would be worse than the baseline
plan-not-measured = We cannot say: nothing has been measured yet
plan-measured-before = We cannot say: the newest figure is not later than the baseline
plan-finding-none = This plan names no indicator
plan-finding-cannot = Of { $of } indicators, none can be called on track or not yet
plan-finding = Of { $of } indicators, { $well } on track, reached or met and { $badly } not on track or missed
plan-indicators = Indicators
plan-counts = Every indicator of the plan, by what can be said of it.
plan-can-be-said = What can be said
plan-academic = { $years } (academic year)
plan-when = When
plan-figure = Figure
plan-on-line = On the line
plan-source = Source
plan-none-given = None given
plan-stood = Where things stood
plan-should = Where they should be
plan-the-plan = The plan
plan-not-given = source not recorded
plan-from = Source: { $source }
plan-of-unit = { $title }, in { $unit }.
plan-less = { $percent }% less than the baseline
plan-more = { $percent }% more than the baseline
plan-beside = Beside others when the plan was written:
plan-higher = higher than { $other }
plan-lower = lower than { $other }
plan-level = level with { $other }
plan-drawn = Ring: where things stood. Dots: figures since. Upright line: the target.
plan-dashed = Dashed: the straight line between them.
plan-reach = The drawing reaches from { $low } at the bottom to { $high } at the top.
plan-drawn-stood = stood at { $figure }
plan-drawn-now = now { $figure }
plan-drawn-should = should be { $figure }
results-onward = What came of it
results-officers = For officers: the answers behind these figures
said-results = What people said, in numbers
said-in-plan = In the plan:
results-village = As a village of 100
results-village-title = If 100 people stood for all who answered in { $place }
results-village-why = Each picture is all 100 of them. The filled figures are those who talked about it. One person can be in several pictures.
results-village-hidden = A number that is kept private. It does not mean nobody:
