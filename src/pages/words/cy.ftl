# Welsh. Written without a speaker's check: someone who speaks Welsh must read it before it is used.
# Oedolion: “chi”. `.child`: “ti”, mewn geiriau syml.

language-name = Cymraeg
language-choose = Iaith

## Dates and numbers

# Every day begins with “dydd”, which softens to “ddydd” after “ar”: there a d stands before the day.
date = { $weekday } { $day } { $month } { $year }
weekday-1 = dydd Llun
weekday-2 = dydd Mawrth
weekday-3 = dydd Mercher
weekday-4 = dydd Iau
weekday-5 = dydd Gwener
weekday-6 = dydd Sadwrn
weekday-7 = dydd Sul
month-1 = Ionawr
month-2 = Chwefror
month-3 = Mawrth
month-4 = Ebrill
month-5 = Mai
month-6 = Mehefin
month-7 = Gorffennaf
month-8 = Awst
month-9 = Medi
month-10 = Hydref
month-11 = Tachwedd
month-12 = Rhagfyr

## On every page

skip-link = Neidio i’r prif gynnwys
exit = Gadael y dudalen hon
about-page = Am y dudalen hon
main-navigation = Prif ddewislen
error-prefix = Gwall:
back = Yn ôl
foot-talk = Gyda phwy i siarad
foot-information = Eich gwybodaeth
    .child = Dy wybodaeth
foot-receipt = Gweld neu ddileu eich atebion
    .child = Gweld neu ddileu dy atebion
foot-complain = Gofyn neu gwyno
foot-accessibility = Hygyrchedd
trial = Dim ond prawf yw hwn: does neb yn gofyn go iawn, ac mae’r atebion sydd yma’n barod wedi’u creu.
summary-heading =
    { $count ->
        [zero] Dim byd i’w newid
        [one] Un peth i’w newid
        [two] Dau beth i’w newid
        [few] Tri pheth i’w newid
        [many] Chwe pheth i’w newid
       *[other] { $count } peth i’w newid
    }
talk-heading = Gyda phwy i siarad
    .child = Oes rhywbeth yn dy wneud di’n drist neu’n ofnus?
talk-child = Dwed wrth oedolyn rwyt ti’n ymddiried ynddo. Neu ffonia rywun sy’n gwrando:
talk-entry = { $name } – ar gyfer: { $whom }.
talk-for = Ar gyfer: { $whom }.

## The front door

home-title = Dweud eich dweud
home-button = Dweud eich dweud
home-nothing = Does dim yn cael ei ofyn heddiw.
home-also = Hefyd
home-before-and-after = Cyn ac wedyn
home-no-name = Does dim angen enw.
open-until = Ar agor tan: { $day }.
tag-open = Ar agor
tag-soon = Cyn hir
tag-closed = Wedi cau
card-until = Diwrnod olaf: { $day }.
card-opens = Yn agor: { $day }.
card-closed = Wedi cau: { $day }.
how-title = Sut mae’n gweithio
how-ask = Rydyn ni’n gofyn
how-ask-words = Ychydig o gwestiynau, mewn geiriau sy’n addas i chi. Cewch adael unrhyw un allan. Fyddwch chi ddim yn rhoi eich enw.
how-say = Rydych chi’n dweud
how-say-words = Un gair neu lawer, yn eich geiriau eich hun. Cewch god, fel y gallwch weld neu ddileu eich atebion wedyn.
how-read = Rydyn ni’n darllen
how-read-words = Mae’r hyn y mae pobl yn ei ddweud yn cael ei gyfrif yn ôl pwnc a lle. Cedwir rhifau bach yn breifat, fel na all neb gael ei adnabod.
talking-title = Pwy sy’n siarad
talking-words = Mae pob siâp yn sefyll dros bobl sy’n ateb o’r un safbwynt. Fe’u gwelwch wrth ymyl yr hyn a ddywedodd pobl.

## The first page of a consultation

start = Dechrau
start-again = Dechrau eto
start-go-on = Mynd ymlaen o’r un lle
start-safe = Os nad ydych am i neb wybod eich bod wedi bod yma:
start-safe-words = Mae “Gadael y dudalen hon” ar y brig yn mynd â chi at y tywydd ar unwaith. Mae’n anghofio’r hyn a ysgrifennoch heb ei anfon. Mae’r cyfeiriad yn aros yn hanes y porwr hwn, felly cliriwch hwnnw hefyd.
start-who = Pwy sy’n gofyn
start-why = Pam
start-undecided = Beth sydd heb ei benderfynu eto
happens-title = Beth sy’n digwydd i’r hyn rydych chi’n ei ddweud
information-title = Eich gwybodaeth
information-name = Fyddwn ni ddim yn gofyn am eich enw, eich cyfeiriad na’ch ysgol. Peidiwch â’u rhoi yn eich atebion chwaith.
information-skip = Cewch adael unrhyw gwestiwn allan. Cewch stopio pryd bynnag y mynnwch.
information-kept = Mae’r hyn rydych chi’n ei ysgrifennu yn cael ei gadw ar ein cyfrifiadur tra byddwch yn ateb. Dim ond os byddwch yn ei anfon y caiff ei gyfrif.
information-code = Ar y diwedd cewch god. Gydag ef gallwch weld neu ddileu eich atebion.
information-full = Eich gwybodaeth yn llawn

## Who are you?

who-title = Pwy ydych chi?
who-hint = Dewiswch yr un sy’n eich disgrifio orau heddiw.
who-missing = Dewiswch pwy ydych chi, er mwyn i ni ofyn yn y geiriau iawn
continue = Ymlaen

## A question

question-at = Cwestiwn { $at } o { $of }
nobody-reads = Does neb yn darllen hwn ar unwaith.
note = Allwn ni ddim dod o hyd i chi oni bai eich bod yn dweud wrthym pwy ydych chi. Os gwnewch chi, a bod rhywun mewn perygl, rhaid i ni ddweud wrth rywun.
    .child = Allwn ni ddim dod o hyd i ti oni bai dy fod yn dweud pwy wyt ti. Os gwnei di, a dy fod mewn perygl, rhaid i ni ddweud wrth rywun.
leave-out = Peidiwch â rhoi enwau, cyfeiriadau nac ysgolion.
    .child = Paid â rhoi enwau, dy gyfeiriad na dy ysgol.
next = Ymlaen
    .child = Nesaf
skip = Gadael hwn allan
save = Cadw
somewhere-else = Rhywle arall
not-sure = Dydw i ddim yn siŵr
not-stored = Allen ni ddim cadw eich ateb y funud hon. Mae’n dal yma: arhoswch ychydig eiliadau a’i anfon eto
too-long = Mae { $characters } nod yn eich ateb, a’r mwyaf yw { $most }. Tynnwch { $over } i ffwrdd. Does dim wedi’i golli
not-an-option = Dewiswch un o’r rhain, neu adael hwn allan

## Check answers

check-title = Gwiriwch eich atebion cyn eu hanfon
    .child = Edrycha ar beth ddywedaist ti
check-before = Does dim wedi’i anfon eto. Newidiwch unrhyw beth, neu gadewch bethau allan.
    .child = Does dim wedi’i anfon eto. Cei di newid unrhyw beth.
check-send = Anfon fy atebion
check-happens = Beth sy’n digwydd pan fyddwch yn anfon
    .child = Pan fyddi di’n anfon
check-read = Caiff eich atebion eu darllen a’u cyfrif gydag atebion pawb arall.
    .child = Mae oedolion yn darllen beth ddywedodd pawb ac yn ei gyfrif.
check-hidden = Mae cyfrifiadur yn cuddio enwau a chyfeiriadau cystal ag y gall cyn i neb ddarllen eich atebion. Peidiwch â’u rhoi.
    .child = Mae cyfrifiadur yn cuddio enwau a chyfeiriadau cystal ag y gall.
check-quoted = Efallai y caiff eich geiriau eu dyfynnu, byth gyda dim sy’n dangos pwy ydych chi.
    .child = Efallai y byddan nhw’n dangos dy eiriau i bobl eraill. Fyddan nhw byth yn dangos pwy wyt ti.
check-code = Cewch god er mwyn gweld neu ddileu eich atebion.
    .child = Cei di god. Gydag ef cei di weld neu ddileu dy atebion.
check-who = Pwy ydych chi
    .child = Pwy wyt ti
check-change = Newid
check-change-who = : pwy ydych chi
    .child = : pwy wyt ti
check-answer = Ateb
check-skipped = Heb ei ateb. Mae hynny’n iawn.

## When there is no draft to go on with, or the consultation is shut

lost-title = Rydyn ni wedi colli eich lle
lost-words = Does dim wedi’i anfon. Dechreuwch eto, os gwelwch yn dda.
lost-wrote = Dyma beth ysgrifennoch chi
copy-words = Gallwch ei gopïo oddi yma.
lost-why = Pam mae hyn yn digwydd
lost-closed = Caewyd y porwr, neu dechreuodd rhywun arall arno.
lost-exit = Defnyddioch chi “Gadael y dudalen hon”, sy’n anghofio’r hyn na chafodd ei anfon.
lost-cookie = Dydy’r porwr ddim yn cadw cwcis. Mae angen un arnom i gadw eich atebion gyda’i gilydd. Mae’n eich anghofio pan fydd y porwr yn cau.
shut-opens = Mae hwn yn agor: { $day }.
shut-opens-words = Dewch yn ôl bryd hynny. Bydd ar agor tan: { $day }.
shut-closed = Mae hwn wedi cau. Y diwrnod olaf oedd: { $day }.
shut-closed-words = Dydy e ddim yn derbyn mwy o atebion.
shut-not-sent = Chafodd yr hyn a ysgrifennoch ddim ei anfon
shut-about = Beth mae’n sôn amdano
shut-happens = Beth sy’n digwydd i’r hyn y mae pobl yn ei ddweud
shut-erase = Os gwnaethoch ateb, gallwch o hyd { $link } gyda’ch cod.
shut-erase-link = weld neu ddileu eich atebion

## After sending

thanks-tab = Diolch. Mae eich atebion wedi cyrraedd
    .child = Diolch. Mae dy atebion wedi cyrraedd
thanks-title = Diolch. Mae eich atebion wedi cyrraedd.
    .child = Diolch. Mae dy atebion wedi cyrraedd.
thanks-words = Maen nhw wedi’u cadw, a chânt eu darllen a’u cyfrif gydag atebion pawb arall.
    .child = Mae beth ddywedaist ti yn ddiogel gyda ni. Bydd rhywun yn ei ddarllen.
thanks-code = Cadwch y cod hwn
    .child = Cadwa’r cod hwn
thanks-code-words = Dyma’r unig ffordd i weld neu ddileu eich atebion. Dydyn ni ddim yn gwybod pa atebion yw eich rhai chi, felly allwn ni ddim anfon y cod eto.
    .child = Gyda’r cod hwn cei di weld dy atebion eto, neu eu dileu. Gall oedolyn dy helpu i’w gadw.
thanks-file = Ei gadw fel ffeil
thanks-or = neu argraffu’r dudalen hon, neu ei ysgrifennu ar bapur.
thanks-next = Beth sy’n digwydd nesaf
thanks-today = Heddiw
thanks-today-words = mae eich atebion wedi’u cadw.
    .child = mae dy atebion wedi’u cadw.
thanks-until = Tan: { $day }
thanks-until-words = mae pobl eraill yn ateb.
thanks-after = Wedyn
thanks-after-words = caiff popeth ei ddarllen a’i gyfrif. Bydd { $organisation } yn dweud beth ddywedodd pobl, beth a benderfynwyd oherwydd hynny, a beth na wnaed a pham.
thanks-happens = Beth sy’n digwydd i’r hyn rydych chi’n ei ddweud, yn llawn
    .child = Beth sy’n digwydd i beth rwyt ti’n ei ddweud, yn llawn
thanks-shared = Oes rhywun arall yn defnyddio’r cyfrifiadur neu’r ffôn hwn?
thanks-shared-words = Gorffennwch yma, fel na all y person nesaf weld eich cod.
    .child = Gorffenna yma, fel na all y person nesaf weld dy god.
thanks-finish = Gorffen
file-code = Eich cod:
file-use = Gydag ef gallwch weld neu ddileu eich atebion.
file-use-at = Gydag ef gallwch weld neu ddileu eich atebion yn { $website }
file-nobody = All neb ei anfon atoch eto.

## See or erase your answers

receipt-title = Gweld neu ddileu eich atebion
receipt-code = Eich cod
receipt-hint = Cawsoch y cod pan anfonoch eich atebion. Mae ynddo 26 o lythrennau a rhifau. Does dim ots am briflythrennau, bylchau na llinellau.
receipt-see = Gweld fy atebion
receipt-lost = Os ydych wedi colli eich cod
receipt-lost-words = Dydyn ni ddim yn gwybod pa atebion yw eich rhai chi, felly allwn ni ddim dod o hyd iddyn nhw, ac all neb arall chwaith.
receipt-missing = Teipiwch eich cod
receipt-unknown = Does gennym ddim atebion gyda’r cod hwn. Gwiriwch ef am gamgymeriadau. Os gwnaethoch eu dileu o’r blaen, maen nhw wedi mynd
kept-title = Eich atebion
kept-sure = Dileu eich atebion am byth?
kept-sent = Anfonwyd: { $day }.
kept-warning = Bydd yr hyn a ddywedoch yn gadael y gronfa ddata a phob cyfrif a wneir o hyn ymlaen. Does dim modd dadwneud hyn.
kept-yes = Ie, dileu fy atebion
kept-no = Na, eu cadw
kept-skipped = Heb ei ateb.
kept-erase = Dileu fy atebion
erased-title = Mae eich atebion wedi’u dileu
erased-words = Maen nhw wedi mynd o’r gronfa ddata, ac o bob cyfrif a wneir o hyn ymlaen.
see-asked = Gweld beth sy’n cael ei ofyn

## Who to talk to

help-danger = Os ydych chi neu rywun arall mewn perygl nawr, ffoniwch { $phone }.
help-not-read = Does neb yn darllen yr hyn rydych chi’n ei ysgrifennu yma ar unwaith. Allwn ni ddim dod o hyd i chi. Os oes angen rhywun arnoch, siaradwch â rhywun.
help-people = Pobl sy’n gwrando

## Ask or complain

complain-title = Gofyn neu gwyno
complain-may = Cewch ofyn unrhyw beth am yr hyn a ofynnir yma, sut mae atebion yn cael eu defnyddio, neu beth a wnaed â nhw. Cewch gwyno. Gall oedolyn wneud hynny drosoch chi.
complain-first = Yn gyntaf, pwy bynnag sy’n gofyn
complain-nobody = Ysgrifennwch at bwy bynnag sy’n rhedeg y wefan hon.
complain-touch = Cysylltwch â nhw ym mha ffordd bynnag y mynnwch. Dywedwch fod hyn am ymgynghoriad ar Heard:
complain-code = Does dim rhaid i chi ddweud beth oedd eich atebion. Os ydych am i rywbeth gael ei wneud amdanyn nhw, bydd angen eich cod; { $link }.
complain-code-link = gallwch hefyd eu dileu eich hun
complain-data = Am eich gwybodaeth
complain-data-words = Gofynnwch am eu swyddog diogelu data. Os nad yw’r ateb yn ddigon da, ewch at y Comisiynydd Gwybodaeth: { $link }, { $phone }.
complain-council = Am gyngor
complain-council-words = Y cyngor sy’n rhoi ei air olaf yn gyntaf. Yna gallwch fynd at y Local Government and Social Care Ombudsman: { $link }, { $phone }.
complain-danger = Os yw rhywun mewn perygl
complain-danger-words = Peidiwch ag aros am ateb.

## Your information

privacy-title = Eich gwybodaeth
    .child = Dy wybodaeth
privacy-easy = Eich gwybodaeth mewn geiriau hawdd
    .child = Dy wybodaeth mewn geiriau hawdd
privacy-short = Yn fyr
    .child = Y prif bethau
privacy-short-who = Dydyn ni ddim yn gofyn pwy ydych chi, a dydyn ni ddim eisiau gwybod.
    .child = Dydyn ni ddim yn gofyn pwy wyt ti. Dydyn ni ddim eisiau gwybod.
privacy-short-keep = Rydyn ni’n cadw’r hyn rydych chi’n ei ysgrifennu er mwyn i bobl ei ddarllen a’i gyfrif.
    .child = Rydyn ni’n cadw beth rwyt ti’n ei ysgrifennu. Mae pobl yn ei ddarllen ac yn ei gyfrif.
privacy-short-little = Cewch ddweud cyn lleied ag y mynnwch.
    .child = Cei di ddweud cyn lleied ag yr wyt ti eisiau.
privacy-short-code = Gyda’ch cod gallwch weld eich atebion, neu eu dileu.
    .child = Ar y diwedd cei di god. Gydag ef cei di weld dy atebion, neu eu dileu.
privacy-steps = I ble mae eich geiriau’n mynd
    .child = I ble mae dy eiriau’n mynd
privacy-step-write = Rydych chi’n ateb.
    .child = Rwyt ti’n ysgrifennu.
privacy-step-keep = Mae ein cyfrifiadur yn cadw eich atebion ac yn cuddio enwau.
    .child = Mae ein cyfrifiadur yn cadw dy eiriau. Mae’n cuddio enwau.
privacy-step-read = Mae staff yn eu darllen.
    .child = Mae pobl yn darllen dy eiriau.
privacy-step-report = Mae adroddiad yn dweud mewn rhifau beth ddywedodd pobl.
    .child = Rydyn ni’n gwneud adroddiad gyda rhifau.
privacy-who = Pwy sy’n ei gadw
    .child = Pwy sy’n cadw dy eiriau
privacy-who-nobody = Pwy bynnag sy’n rhedeg y wefan hon.
    .child = Y bobl sy’n rhedeg y wefan hon.
privacy-who-words = Nhw sy’n penderfynu beth a ofynnir, ac maen nhw’n atebol i chi am yr hyn a gedwir.
    .child = Nhw sy’n dewis beth i’w ofyn. Rhaid iddyn nhw ofalu’n dda am beth rwyt ti’n ei ddweud wrthyn nhw.
privacy-what = Beth sy’n cael ei gadw
    .child = Beth rydyn ni’n ei gadw
privacy-what-wrote = Yr hyn a ysgrifennoch ac a ddewisoch, a’r arolwg y mae’n ei ateb.
    .child = Beth ysgrifennaist ti, beth ddewisaist ti, a pha gwestiynau oedden nhw.
privacy-what-as = A wnaethoch ateb fel plentyn, rhiant ac ati, a’r ardal a ddewisoch.
    .child = Ai plentyn, rhiant neu rywun arall wyt ti. A’r lle a ddewisaist ti.
privacy-what-day = Iaith y dudalen, a’r diwrnod yr anfonoch hi. Nid yr amser.
    .child = Iaith y dudalen, a’r diwrnod yr anfonaist ti hi. Nid yr amser.
privacy-what-code = Ffurf gymysg ar eich cod. Does dim modd ei throi’n ôl yn god.
    .child = Dy god, wedi’i gymysgu i gyd. All neb ei droi’n ôl yn god.
privacy-what-campaign = Os daethoch drwy ddolen ymgyrch, enw’r ymgyrch. Nid y lle y daethoch o hyd iddi.
    .child = Os poster ymgyrch ddaeth â ti yma, enw’r ymgyrch. Nid y lle y gwelaist ef.
privacy-not = Heb ei gadw gyda’ch atebion: eich enw, eich cyfeiriad, eich dyfais na’i chyfeiriad ar y rhyngrwyd.
    .child = Gyda dy atebion, dydyn ni ddim yn cadw dy enw na dy gyfeiriad. Dydyn ni ddim yn cadw pa ffôn neu gyfrifiadur oedd gen ti, na’i rif ar y rhyngrwyd.
privacy-while = Tra byddwch yn ateb
    .child = Tra wyt ti’n ateb
privacy-while-words = Cedwir eich atebion ar ein cyfrifiadur nes i chi eu hanfon, fel na chaiff dim ei golli os bydd y dudalen yn cau.
    .child = Rydyn ni’n cadw dy atebion ar ein cyfrifiadur nes i ti eu hanfon. Os bydd y dudalen yn cau, dydyn nhw ddim ar goll.
privacy-while-cookie = Mae eich porwr yn cadw un cwci, rhif hir ar hap sy’n cysylltu eich tudalennau. Mae’n mynd pan fyddwch yn cau’r porwr neu’n dewis “Gadael y dudalen hon”.
    .child = Mae dy borwr yn cadw un cwci i ni. Rhif hir yw e. Mae’n dweud wrthym pa dudalennau sy’n mynd gyda’i gilydd. Mae’n mynd pan fyddi di’n cau’r porwr neu’n pwyso “Gadael y dudalen hon”.
privacy-while-unsent = Dydy’r hyn na chafodd ei anfon ddim yn cael ei ddarllen na’i gyfrif, a chaiff ei ddileu ar ôl tua mis, neu ar unwaith pan ddewiswch “Gadael y dudalen hon”.
    .child = Os na fyddi di’n anfon dy atebion, does neb yn eu darllen nac yn eu cyfrif. Rydyn ni’n eu dileu ar ôl tua mis. Os byddi di’n pwyso “Gadael y dudalen hon”, maen nhw’n mynd ar unwaith.
privacy-while-language = Os dewiswch iaith, mae ail gwci yn cadw ei henw a dim byd arall. Mae’n mynd yn yr un ffordd.
    .child = Os byddi di’n dewis iaith, mae un cwci arall yn cadw ei henw. Dydy e ddim yn cadw dim byd arall. Mae’n mynd yn yr un ffordd.
privacy-why = Pam mae hyn yn cael ei ganiatáu
    .child = Pam rydyn ni’n cael gwneud hyn
privacy-why-words = Mae gofyn i bobl cyn penderfynu yn rhan o waith corff cyhoeddus o dan y gyfraith (“tasg gyhoeddus”). Dydy e ddim yn dibynnu ar eich caniatâd, felly does dim blwch i’w dicio, a does dim rhaid i chi ateb byth.
    .child = Mae’r gyfraith yn rhoi gwaith i rai pobl ei wneud dros bawb, fel gofalu am ysgolion a pharciau. Cyn iddyn nhw ddewis beth i’w wneud, maen nhw’n gofyn i bobl. Mae gofyn yn rhan o’u gwaith. Enw’r gyfraith ar hyn yw “tasg gyhoeddus”. Felly does dim rhaid i ti dicio blwch i ddweud iawn. A does dim rhaid i ti ateb byth.
privacy-sees = Pwy sy’n ei weld
    .child = Pwy sy’n gweld dy eiriau
privacy-sees-staff = Mae staff sy’n gweithio ar yr ymgynghoriad yn darllen atebion, gydag enwau, cyfeiriadau, rhifau ffôn a’u tebyg wedi’u cuddio cystal ag y gall cyfrifiadur.
    .child = Mae’r bobl sy’n gweithio ar hyn yn darllen dy eiriau. Yn gyntaf mae cyfrifiadur yn cuddio enwau, cyfeiriadau a rhifau ffôn. Mae’n gwneud hyn cystal ag y gall.
privacy-sees-server = Gall yr ychydig rai sy’n gofalu am y cyfrifiadur ei hun weld atebion fel y cawsant eu hysgrifennu.
    .child = Mae ychydig o bobl yn gofalu am ein cyfrifiadur. Maen nhw’n gallu gweld y geiriau fel yr ysgrifennaist ti nhw.
privacy-sees-published = Yr hyn a gyhoeddir yw cyfrifon, byth gyda rhifau bach ynddynt, a dyfyniadau byr nad ydynt yn dangos pwy a’u dywedodd.
    .child = Rydyn ni’n dweud wrth bawb faint o bobl ddywedodd bob peth. Dydyn ni byth yn dangos rhifau bach. Efallai y byddwn ni’n dangos rhai o dy eiriau, ond nid pwy ddywedodd nhw.
privacy-sees-nobody = Does dim yn cael ei werthu, does dim hysbysebwr yn ei weld, a dydy’r wefan hon ddim yn gofyn i neb arall am ddim.
    .child = Dydyn ni ddim yn gwerthu dy eiriau. Does neb sy’n gwneud hysbysebion yn eu gweld. Dydy’r wefan hon ddim yn gofyn i unrhyw wefan arall am ddim.
privacy-risk = Beth allai fynd o’i le
    .child = Beth allai fynd o’i le
privacy-risk-rare = Gallai rhywbeth anghyffredin amdanoch chi, ynghyd â ble rydych chi’n byw, ddangos pwy ydych chi. Neidiwch dros gwestiwn o’r fath, neu dywedwch y byddai’n well gennych beidio â dweud: mae’r ddau’n iawn.
    .child = Oes rhywbeth anghyffredin amdanat ti? Gallai hynny a ble rwyt ti’n byw ddangos pwy wyt ti. Cei di neidio dros gwestiwn fel hynny. Neu dewisa beidio â dweud. Mae hynny’n iawn.
privacy-risk-names = Gall y cyfrifiadur sy’n cuddio enwau golli un. Peidiwch â rhoi enwau, cyfeiriadau nac ysgolion.
    .child = Mae’r cyfrifiadur yn cuddio enwau, ond gall golli un. Felly paid ag ysgrifennu enwau, dy gyfeiriad na dy ysgol.
privacy-risk-code = Gall pwy bynnag sydd â’ch cod weld eich atebion, eu newid a’u dileu.
    .child = Os yw dy god gan rywun arall, gall weld dy atebion. Gall eu newid neu eu dileu. Dangosa fe i rywun rwyt ti’n ymddiried ynddo yn unig.
privacy-risk-history = Mae hanes y porwr hwn yn dangos eich bod wedi bod yma, hyd yn oed ar ôl “Gadael y dudalen hon”. Os yw hynny’n eich poeni, defnyddiwch ffôn neu gyfrifiadur arall.
    .child = Gall y porwr hwn ddangos dy fod wedi bod yma, hyd yn oed os byddi di’n pwyso “Gadael y dudalen hon”. Os yw hynny’n dy boeni, defnyddia ffôn neu gyfrifiadur arall.
privacy-danger = Os ydych chi mewn perygl
    .child = Os wyt ti mewn perygl
privacy-danger-now = Os ydych chi neu rywun arall mewn perygl nawr, ffoniwch { $phone }.
    .child = Wyt ti mewn perygl nawr? Ffonia { $phone }.
privacy-danger-words = Does neb yn darllen atebion ar unwaith, ac allwn ni ddim dod o hyd i chi oni bai eich bod yn dweud wrthym pwy ydych chi. Os gwnewch chi, a’ch bod chi neu rywun arall mewn perygl, rhaid i ni ddweud wrth rywun a all helpu.
    .child = Does neb yn darllen dy eiriau ar unwaith. Allwn ni ddim dod o hyd i ti oni bai dy fod yn dweud wrthym pwy wyt ti. Os gwnei di, a dy fod ti neu rywun arall mewn perygl, rhaid i ni ddweud wrth rywun a all helpu.
privacy-do = Beth allwch chi ei wneud
    .child = Beth gei di ei wneud
privacy-do-erase = { $link } gyda’ch cod. Mae atebion sydd wedi’u dileu yn gadael y gronfa ddata, y chwilio a phob cyfrif a wneir wedyn, ac mae dyfyniadau ohonynt yn gadael ein tudalennau. Mae ffigurau a gyhoeddwyd cynt yn aros fel yr oeddent.
    .child = { $link } gyda dy god. Os byddi di’n eu dileu, maen nhw wedi mynd, a dydyn ni ddim yn eu cyfrif mwyach. Os oedd dy eiriau di ar dudalen gennym ni, fe wnawn ni eu tynnu. Mae rhifau a ddywedon ni wrth bobl cyn hynny yn aros.
privacy-do-change = Gallwch hefyd eu newid gyda’ch cod, nes bod yr arolwg yn cau.
    .child = Cei di newid dy atebion gyda dy god hefyd, hyd at y diwrnod olaf.
privacy-do-ask = { $link }, os ydych am wybod mwy neu os nad yw rhywbeth yn iawn.
    .child = { $link }, os wyt ti am wybod mwy neu os nad yw rhywbeth yn iawn. Gall rhywun rwyt ti’n ymddiried ynddo wneud hynny drosot ti.

## Accessibility

accessibility-title = Hygyrchedd
accessibility-want = Rydyn ni am i bawb y gofynnir iddyn nhw allu ateb.
accessibility-can = Beth allwch chi ei wneud yma
accessibility-can-keyboard = Defnyddio bysellfwrdd yn unig, a gweld ble rydych chi.
accessibility-can-large = Gwneud popeth bedair gwaith yn fwy, neu ddefnyddio ffôn cul, heb sgrolio i’r ochr.
accessibility-can-dark = Dewis tudalennau tywyll neu eich lliwiau eich hun yng ngosodiadau eich dyfais.
accessibility-can-scripts = Ateb heb JavaScript.
accessibility-can-long = Cymryd cymaint o amser ag y mynnwch. Os stopiwch, gallwch gadw a dod yn ôl gyda chod: cedwir yr hyn a ddywedoch am 30 diwrnod.
accessibility-can-print = Argraffu unrhyw dudalen, neu argraffu’r cwestiynau a’u hateb ar bapur.
accessibility-can-easy = Darllen y cwestiynau mewn fersiwn hawdd ei ddeall, gyda brawddegau byrrach a llythrennau mwy, lle mae arolwg yn ei gynnig. Mae gan blant dudalennau yn eu geiriau eu hunain, gyda lluniau.
accessibility-can-listen = Clywed cwestiwn yn cael ei ddarllen yn uchel, lle mae gan eich porwr lais ar gyfer ei iaith.
accessibility-checked = Beth rydyn ni wedi’i wirio
accessibility-checked-words = Rydyn ni’n anelu at WCAG 2.2, lefel AA. Caiff tudalennau o bob math eu gwirio gan raglen (axe) ar led ffôn a desg bob tro y newidir Heard, a chaiff y daith o’r dudalen gyntaf i’r olaf ei cherdded mewn porwr gyda JavaScript a hebddo.
accessibility-bad = Beth sydd ddim yn dda eto
accessibility-bad-readers = Dydy’r tudalennau hyn ddim wedi’u profi gyda darllenwyr sgrin gan bobl sy’n eu defnyddio bob dydd.
accessibility-bad-children = Dydyn nhw ddim wedi’u profi gyda phlant, na gyda phobl sy’n ei chael yn anodd darllen.
accessibility-bad-browser = Maen nhw wedi’u profi mewn un porwr, Chromium, ac nid ar ffonau go iawn.
accessibility-bad-easy = Does dim Iaith Arwyddion Prydain. Dim ond y cwestiynau a’r dudalen am eich gwybodaeth sydd mewn geiriau hawdd. Nid oes modd clywed pob tudalen yn cael ei darllen yn uchel: nid yr un sy’n dangos eich holl atebion.
accessibility-bad-languages = Dydy geiriau Cymraeg, Pwyleg, Rwmaneg ac Wrdw y tudalennau hyn ddim wedi’u darllen gan bobl sy’n siarad yr ieithoedd hynny. Gall yr hyn a ofynnir fod mewn llai o ieithoedd.
accessibility-bad-program = Mae rhaglen yn dod o hyd i lai na hanner yr hyn sydd yn ffordd pobl. Mae mwy na wyddom amdano.
accessibility-way = Os oes rhywbeth yn eich ffordd
accessibility-way-words = { $link }. Cewch ateb mewn ffordd arall: gofynnwch am bapur, neu gofynnwch i rywun ysgrifennu drosoch.
accessibility-way-link = Dywedwch wrthym
accessibility-unhappy = Os nad ydych yn hapus â’n hateb, gallwch fynd at yr { $link }.

## When something did not work

error-not-found = Allwn ni ddim dod o hyd i’r dudalen honno
error-not-found-words = Efallai bod camgymeriad yn y cyfeiriad, neu fod yr hyn oedd yma wedi dod i ben.
error-consultation = Allwn ni ddim dod o hyd i’r ymgynghoriad hwnnw
error-consultation-words = Does dim yn cael ei ofyn yn y cyfeiriad hwn. Gwiriwch ef am gamgymeriadau, neu gwelwch beth sy’n cael ei ofyn nawr.
error-foreign = Wnaethon ni ddim derbyn y ffurflen honno
error-foreign-words = Daeth o wefan arall, felly wnaethon ni ddim byd â hi.
error-foreign-do = Agorwch y dudalen yma a’i hanfon eto.
error-unreadable = Allen ni ddim darllen y ffurflen honno
error-unreadable-words = Nid ffurflen o’n tudalennau ni yw’r hyn a gyrhaeddodd. Ewch yn ôl, a’i hanfon eto.
error-too-large = Mae hynny’n rhy hir
error-too-large-words = Mae’r hyn a anfonoch yn hirach nag y gallwn ei dderbyn: tua mil o dudalennau.
error-too-large-do = Ewch yn ôl, a dylai eich geiriau fod yno o hyd. Gwnewch nhw’n fyrrach a’u hanfon eto.
error-too-slow = Chyrhaeddodd hynny ddim
error-too-slow-words = Mae’r cysylltiad yn rhy araf neu wedi torri. Chafodd dim ei gadw. Ewch yn ôl a’i anfon eto.
error-busy = Gormod ar unwaith
error-busy-words = Mae llawer o bobl yn ateb y funud hon. Chafodd dim ei hanner cadw.
error-busy-do = Arhoswch ychydig eiliadau, ewch yn ôl, a’i anfon eto. Dylai eich geiriau fod yno o hyd.
error-broken = Mae’n ddrwg gennym, torrodd rhywbeth
error-broken-words = Ein bai ni yw hyn, nid eich bai chi. Mae wedi’i nodi.
error-broken-do = Ewch yn ôl a rhowch gynnig arall arni ymhen munud. Os oeddech chi’n anfon rhywbeth, dylai eich geiriau fod yno o hyd.
error-method = Dydy hynny ddim yn gweithio yma
error-method-words = Dydy’r dudalen honno ddim yn cael ei defnyddio fel yna. Agorwch hi drwy ei dolen.
error-back-to-answers = Yn ôl at eich atebion: maen nhw wedi’u cadw

## Rhagor o fathau o gwestiwn

about-you-at = Amdanoch chi, { $at } o { $of }
    .child = Amdanat ti, { $at } o { $of }
pick-all = Dewiswch bob un sy’n iawn i chi.
    .child = Dewisa bob un sy’n iawn i ti.
pick-up-to = Dewiswch hyd at { $most }.
    .child = Dewisa hyd at { $most }.
pick-exactly = Dewiswch { $most }.
    .child = Dewisa { $most }.
pick-between = Dewiswch rhwng { $least } a { $most }.
    .child = Dewisa rhwng { $least } a { $most }.
too-many = Rydych chi wedi dewis { $picked }. Tynnwch { $over } i ffwrdd fel bod { $most } ar ôl
    .child = Rwyt ti wedi dewis { $picked }. Tynna { $over } i ffwrdd fel bod { $most } ar ôl
too-few = Rydych chi wedi dewis { $picked }. Dewiswch { $more } arall, neu neidiwch dros hwn
    .child = Rwyt ti wedi dewis { $picked }. Dewisa { $more } arall, neu neidia dros hwn
none-beside = Rydych chi wedi dewis “{ $option }” a rhywbeth arall. Cadwch hwnnw neu’r lleill
    .child = Rwyt ti wedi dewis “{ $option }” a rhywbeth arall. Cadwa hwnnw neu’r lleill
rank-rule =
    { $places ->
        [zero] Dewiswch hyd at { $places }, y pwysicaf yn gyntaf.
        [one] Dewiswch yr un pwysicaf.
        [two] Dewiswch hyd at { $places }, y pwysicaf yn gyntaf.
        [few] Dewiswch hyd at { $places }, y pwysicaf yn gyntaf.
        [many] Dewiswch hyd at { $places }, y pwysicaf yn gyntaf.
       *[other] Dewiswch hyd at { $places }, y pwysicaf yn gyntaf.
    }
rank-empty = Dim byd yma
rank-first = Cyntaf
rank-second = Ail
rank-third = Trydydd
rank-place = Lle { $place }
ranked-twice = Mae “{ $option }” mewn dau le. Cadwch ef mewn un ohonynt
    .child = Mae “{ $option }” mewn dau le. Cadwa ef mewn un
not-a-number = Ysgrifennwch rif cyfan o { $least } i { $most }, neu neidiwch dros hwn
    .child = Ysgrifenna rif cyfan o { $least } i { $most }, neu neidia dros hwn
postcode-label = Ddim yn siŵr? Teipiwch eich cod post yn lle hynny
    .child = Ddim yn siŵr? Teipia dy god post yn lle hynny
postcode-hint = Rydym yn dod o hyd i’ch dosbarth ac yn anghofio’r cod post ar unwaith.
    .child = Rydym yn dod o hyd i dy ddosbarth ac yn anghofio’r cod post ar unwaith.
postcode-empty = Teipiwch eich cod post, neu dewiswch o’r rhestr
postcode-first-part-only = Dim ond y rhan gyntaf yw honno. Teipiwch y cod post cyfan, neu dewiswch o’r rhestr
postcode-not-a-postcode = Nid fel hynny y mae cod post yn cael ei ysgrifennu. Gwiriwch ef, neu dewiswch o’r rhestr
postcode-not-known = Nid ydym yn adnabod y cod post hwnnw. Gwiriwch ef, neu dewiswch o’r rhestr
postcode-ended = Nid yw’r cod post hwnnw’n cael ei ddefnyddio mwyach. Dewiswch o’r rhestr
postcode-without-district = Ni wyddom ym mha ddosbarth y mae’r cod post hwnnw. Dewiswch o’r rhestr
easy-read-on = Hawdd ei ddeall
easy-read-off = Gadael hawdd ei ddeall
after-sensitive = Os cododd y cwestiwn hwnnw rywbeth, gallwch siarad â rhywun nawr.
    .child = Roedd hwnnw’n gwestiwn anodd. Os wyt ti’n drist neu’n ofnus, dwed wrth oedolyn rwyt ti’n ymddiried ynddo.

## Cwestiynau amdanoch chi

equality-title = Ychydig o gwestiynau amdanoch chi?
    .child = Ychydig o gwestiynau amdanat ti?
equality-why = Maent yn dangos i ni gan bwy nad ydym wedi clywed eto, ac i bwy y mae pethau’n anoddach. Nid oes rhaid i chi: mae eich atebion yn cyfrif yr un fath.
    .child = Maent yn dangos i ni gan ba blant nad ydym wedi clywed eto. Does dim rhaid i ti. Mae dy atebion yn cyfrif yr un fath.
equality-rare = Mewn lle bach gall ateb anarferol ddangos pwy yw rhywun. Gallwch neidio dros unrhyw un ohonynt, neu ddewis “Byddai’n well gen i beidio â dweud”.
    .child = Gelli di neidio dros unrhyw un ohonynt.
equality-yes =
    { $count ->
        [zero] Iawn, { $count } cwestiwn
        [one] Iawn, un cwestiwn
        [two] Iawn, { $count } gwestiwn
        [few] Iawn, { $count } chwestiwn
        [many] Iawn, { $count } chwestiwn
       *[other] Iawn, { $count } cwestiwn
    }
equality-no = Na, anfonwch fy atebion fel y maent
    .child = Na, anfona fy atebion fel y maen nhw
equality-missing = Dewiswch ie neu na
    .child = Dewisa ie neu na
send-title = Anfon eich atebion
    .child = Anfon dy atebion
send-words = Dyna’r cyfan. Nid oes dim wedi’i anfon eto.
send-look = Edrych ar yr holl atebion eto

## Darllen yn uchel, a gadael ar unwaith

listen = Darllenwch hwn i mi
    .child = Darllen hwn i mi
listen-stop = Stopio darllen
safety-title = Sut i adael y tudalennau hyn ar unwaith
safety-button = Mae “Gadael y dudalen hon” ar frig pob tudalen. Mae’n mynd â chi i dudalen dywydd ac yn anghofio’r hyn a ysgrifennoch ac nas anfonwyd.
    .child = Mae “Gadael y dudalen hon” ar frig pob tudalen. Mae’n mynd â ti i dudalen dywydd ac yn anghofio beth ysgrifennaist ti heb ei anfon.
safety-keys = Ar fysellfwrdd gallwch hefyd bwyso’r fysell Shift dair gwaith.
    .child = Ar fysellfwrdd gelli di hefyd bwyso’r fysell Shift dair gwaith.
safety-history = Ni all glirio hanes y porwr hwn. Gallai rhywun sy’n edrych yno weld eich bod wedi bod yma. Os yw hynny’n eich poeni, defnyddiwch ffôn neu gyfrifiadur arall.
    .child = Ni all glirio hanes y porwr hwn. Gallai rhywun sy’n edrych yno weld dy fod wedi bod yma. Os yw hynny’n dy boeni, defnyddia ffôn neu gyfrifiadur arall.
safety-try = Gallwch roi cynnig arni nawr. Yna dewch yn ôl ac ewch ymlaen.
    .child = Gelli di roi cynnig arni nawr. Yna dere yn ôl a cher ymlaen.

## Stopping half-way and coming back

later-button = Cadw a dod yn ôl wedyn
    .child = Stopio yma a dod yn ôl wedyn
later-title = Gallwch ddod yn ôl wedyn
    .child = Cei di ddod yn ôl wedyn
later-kept = Mae’r hyn a ddywedoch wedi’i gadw. Does dim wedi’i anfon.
    .child = Mae beth ddywedaist ti wedi’i gadw. Does dim wedi’i anfon.
later-code = Eich cod i ddod yn ôl
    .child = Dy god i ddod yn ôl
later-code-words = Ysgrifennwch ef neu tynnwch lun ohono. Gydag ef gallwch fynd ymlaen, yma neu ar ffôn neu gyfrifiadur arall. Gall pwy bynnag sydd â’r cod ddarllen yr hyn a ddywedoch.
    .child = Ysgrifenna fe. Gydag ef cei di fynd ymlaen wedyn, yma neu rywle arall. Dangosa fe i rywun rwyt ti’n ymddiried ynddo yn unig.
later-how = I fynd ymlaen, agorwch “{ $link }” a theipio’r cod.
later-until = Cedwir eich atebion am 30 diwrnod ar ôl i chi fynd ymlaen â nhw ddiwethaf. Gallwch eu hanfon tan: { $day }.
later-exit = Mae “Gadael y dudalen hon” yn eu dileu ar unwaith. Dydy’r cod ddim yn agor dim wedyn.
later-go-on = Mynd ymlaen nawr
later-forget-words = Tynnwch y cod hwn oddi ar y ddyfais hon, fel na all y person nesaf weld eich atebion. Mae eich atebion yn aros o dan y cod.
    .child = Tynna’r cod oddi ar y ddyfais hon, fel na all y person nesaf weld dy atebion. Cadwa dy god!
later-forget = Ei anghofio ar y ddyfais hon
come-back-title = Mynd ymlaen o’r man lle y stopioch
come-back-hint = Cawsoch ef pan stopioch. Mae’n dechrau gyda P ac mae ynddo 28 o lythrennau a rhifau. Does dim ots am briflythrennau, bylchau na llinellau.
come-back-go = Ymlaen
come-back-unknown = Does dim wedi’i gadw o dan y cod hwn. Gwiriwch ef am gamgymeriadau. Caiff atebion nad aeth neb ymlaen â nhw am 30 diwrnod eu dileu
come-back-receipt = Cod atebion a anfonwyd yw hwn. Defnyddiwch ef o dan “Gweld neu ddileu eich atebion”
come-back-lost = Dydyn ni ddim yn gwybod pa atebion yw eich rhai chi, felly allwn ni ddim dod o hyd iddyn nhw. Gallwch ddechrau eto.
start-code = Mae gen i god i fynd ymlaen o’r man lle y stopiais
privacy-while-code = Os byddwch yn cadw ac yn dod yn ôl wedyn, cewch y rhif hwnnw fel cod. Gall pwy bynnag sydd ag ef fynd ymlaen â’ch atebion.
    .child = Os byddi di’n stopio ac yn dod yn ôl wedyn, cei di’r rhif hir hwnnw fel cod. Os yw’r cod gan rywun arall, gall fynd ymlaen â dy atebion.

## Changing answers that were sent

receipt-place = Cod atebion sydd heb eu hanfon yw hwn. Defnyddiwch ef o dan “Mynd ymlaen o’r man lle y stopioch”
kept-until = Gallwch eu newid tan: { $day }. Mae eich cod yn aros yr un peth.
kept-change = Newid fy atebion
check-correcting = Rydych chi’n newid atebion a anfonoch o’r blaen. Nes i chi anfon, mae’r hen rai yn aros fel yr oedden nhw.
    .child = Rwyt ti’n newid atebion a anfonaist o’r blaen. Nes i ti anfon, mae’r hen rai yn aros.
thanks-code-same = Mae’r cod oedd gennych o’r blaen yn dal i weithio.
    .child = Mae’r cod oedd gen ti o’r blaen yn dal i weithio.
gone-title = Cafodd yr atebion hyn eu dileu
gone-words = Cawson nhw eu dileu gyda’u cod cyn i chi anfon eich newidiadau. Mae’r hyn a ddilëwyd yn aros wedi’i ddileu, felly chafodd eich newidiadau mo’u cadw chwaith.

## On paper

paper-title = Ateb ar bapur
paper-choose = Dewiswch pwy fydd yn ei lenwi, a’r iaith. Yna argraffwch y dudalen.
paper-print = Argraffwch y dudalen hon gyda gorchymyn argraffu eich porwr.
paper-other = Fersiynau eraill
paper-number = Rhif y papur hwn
paper-number-hint = Gadewch hwn yn wag: mae ar gyfer pwy bynnag sy’n teipio’r papur.
paper-fill = Ysgrifennwch â phin tywyll. Gadewch unrhyw gwestiwn allan.
    .child = Defnyddia bin tywyll. Cei di adael unrhyw gwestiwn allan.
paper-no-code = Does dim cod ar bapur: ar ôl ei deipio, all neb ddod o hyd iddo eto i’w ddangos, ei newid na’i ddileu.
paper-one = Ticiwch un blwch.
    .child = Ticia un blwch.
paper-rank = Ysgrifennwch 1 ym mlwch yr un pwysicaf, yna 2 ac yn y blaen, hyd at { $places }.
    .child = Ysgrifenna 1 ym mlwch yr un pwysicaf, yna 2 ac yn y blaen, hyd at { $places }.
paper-between = Rhif cyfan o { $least } i { $most }.
paper-if = Atebwch hwn os gwnaethoch dicio { $options } yng nghwestiwn { $question }.
    .child = Ateba hwn os gwnest ti dicio { $options } yng nghwestiwn { $question }.
paper-if-answered = Atebwch hwn os gwnaethoch ysgrifennu rhywbeth yng nghwestiwn { $question }.
    .child = Ateba hwn os gwnest ti ysgrifennu rhywbeth yng nghwestiwn { $question }.
paper-if-between = Atebwch hwn os gwnaethoch ysgrifennu rhif o { $least } i { $most } yng nghwestiwn { $question }.
    .child = Ateba hwn os gwnest ti ysgrifennu rhif o { $least } i { $most } yng nghwestiwn { $question }.
paper-done = Pan fyddwch wedi gorffen
    .child = Pan fyddi di wedi gorffen
paper-hand-in = Rhowch y papur hwn i bwy bynnag a’i rhoddodd i chi, neu anfonwch ef at { $organisation }, i gyrraedd erbyn: { $day }.
    .child = Rho’r papur hwn i bwy bynnag a’i rhoddodd i ti, neu anfona fe at { $organisation }, i gyrraedd erbyn: { $day }.
paper-typed = Mae dau berson yn ei deipio, y naill heb weld beth deipiodd y llall, fel y ceir hyd i gamgymeriadau.

## Classes, groups and places

number = { $count }
number-hidden = cudd
number-hidden-words = : rhif bach, sy’n cael ei gadw’n breifat. Peidiwch â’i ddarllen fel sero.
qr-alt = Cod QR ar gyfer { $address }
way-counted = Rydym yn cyfrif faint o bobl sy’n dechrau ac yn anfon o’r fan hon. Dydyn ni byth yn nodi pwy.
group-title = Ateb gyda dosbarth neu grŵp
group-intro = I athrawon, gweithwyr ieuenctid ac unrhyw un sy’n dod â phobl at ei gilydd. Cewch god byr i’w ddangos. Mae pawb yn ei deipio ac yn ateb ar ei ben ei hun. Does dim angen cyfrif.
group-name = Beth ydych chi’n galw’r dosbarth neu’r grŵp?
group-name-hint = Er mwyn i chi ei adnabod eto, er enghraifft “Blwyddyn 6, dydd Mawrth”. Mae pawb sydd â’r cod yn ei weld. Peidiwch â defnyddio enw neb.
group-headcount = Faint o bobl sydd yno heddiw?
group-headcount-hint = Rydym yn cadw’r rhif, a dim byd am bwy ydyn nhw.
group-perspective = Pwy ydyn nhw?
group-perspective-hint = Os bydd pawb yn ateb fel un o’r rhain, fydd neb yn gofyn iddyn nhw pwy ydyn nhw.
group-each = Gadael i bob un ddweud
group-device = Ar beth maen nhw’n ateb?
group-own = Dyfais yr un
group-shared = Un ddyfais sy’n mynd o law i law
group-shared-hint = Mae’n anghofio pob person cyn i’r nesaf ddechrau.
group-start = Cael y cod
group-name-missing = Ysgrifennwch beth ydych chi’n galw’r dosbarth neu’r grŵp
group-name-long = Gwnewch yr enw’n fyrrach. Y nifer mwyaf o nodau: { $most }
group-headcount-wrong = Ysgrifennwch faint o bobl sydd yno: rhif cyfan o 1 i { $most }
group-ready = { $name }: eich cod
group-go = Agorwch { $address } a theipiwch y cod hwn:
group-scan = Neu sganiwch hwn gyda chamera:
group-until = Mae’r cod yn gweithio tan: { $day }.
group-return = Dewch yn ôl yma i weld faint sydd wedi ateb: { $address }
group-turnout = Faint sydd wedi cymryd rhan
group-in = Yn y grŵp
group-came = Wedi dechrau
group-sent = Wedi anfon eu hatebion
group-rounded = Mae’r hyn rydym yn ei gyfrif wedi’i dalgrynnu i’r { $rounding } agosaf. O dan { $threshold } mae’n cael ei guddio, fel na ellir adnabod neb. Llwythwch y dudalen eto i gyfrif eto.
group-run = Sut i’w gynnal
group-time = Ychwanegwch bum munud i rannu’r dyfeisiau a theipio’r cod.
group-read = Darllenwch y cwestiynau eich hun yn gyntaf, fel na fydd yr un ohonyn nhw’n eich synnu.
group-look = Gadewch i bobl eistedd fel nad oes neb yn gweld sgrin neb arall, a chadwch draw o’r sgriniau eich hun. Os oes ar rywun eisiau help i ddarllen, darllenwch y cwestiwn yn uchel ac edrychwch i ffwrdd tra bydd yn ateb.
group-pass = Mae pob person yn pwyso “Y person nesaf” ar ôl anfon, a dim ond wedyn yn rhoi’r ddyfais i rywun arall. Os bydd rhywun yn stopio hanner ffordd, teipiwch y cod eto: mae’r hyn a ysgrifennodd wedyn wedi mynd o’r ddyfais.
group-say = Beth i’w ddweud yn gyntaf
group-say-free = “Does dim rhaid i chi wneud hyn. Cewch adael unrhyw gwestiwn allan, a chewch stopio.”
group-say-test = “Nid prawf ydyw. Does dim atebion anghywir.”
group-say-who = “Fydd neb yn gwybod beth ddywedoch chi. Fydda i ddim yn gwybod chwaith. Peidiwch ag ysgrifennu enwau.”
group-say-code = “Ar y diwedd cewch god hir. I chi yn unig mae ef. Gydag ef cewch weld neu ddileu beth ddywedoch chi.”
group-safe = Os bydd rhywbeth yn eich poeni
group-safe-words = Does neb yn darllen atebion ar unwaith, ac all neb ddweud pwy a’u hysgrifennodd. Nid yw’r hyn a ysgrifennir yma wedi’i adrodd wrth neb.
group-safe-do = Os bydd rhywun yn dweud wrthych neu’n dangos i chi nad yw’n ddiogel, dilynwch eich rheolau diogelu eich hun heddiw, fel y gwnaech ar unrhyw ddiwrnod arall.
join-title = Teipiwch y cod
join-hint = Mae ynddo 6 o lythrennau a rhifau. Does dim ots am briflythrennau na bylchau.
join-unknown = Nid un o’n codau ni yw hwn. Gwiriwch ef am gamgymeriadau, neu gofynnwch i bwy bynnag a’i rhoddodd i chi
join-link = Mae gen i god gan ddosbarth, grŵp neu boster
error-way-ended = Mae’r cod hwn wedi dod i ben
error-way-ended-words = Gofynnwch am un newydd gan bwy bynnag a’i rhoddodd i chi. Gallwch hefyd ateb heb god.
error-way-without = Ateb heb god
next-title = Cyn i chi ei roi i rywun arall
    .child = Cyn i ti ei roi i rywun arall
next-words = Ydych chi am gadw eich cod? Ysgrifennwch ef ar bapur nawr. Pan fyddwch yn pwyso’r botwm, bydd y ddyfais hon yn anghofio eich cod a’r hyn a ddywedoch.
    .child = Wyt ti am gadw dy god? Ysgrifenna ef ar bapur nawr. Pan fyddi di’n pwyso’r botwm, bydd y ddyfais hon yn anghofio dy god a beth ddywedaist ti.
next-person = Y person nesaf
privacy-while-way = Os dechreuwch gyda chod dosbarth, grŵp neu le, rydym yn cyfrif un person arall a ddechreuodd, ac un arall a anfonodd. Nid yw eich atebion yn dweud o ble y daethoch. Ar ddyfais y mae grŵp yn ei rhannu, mae cwci yn dal cod y grŵp, er mwyn i’r person nesaf allu dechrau.
    .child = Ddechreuaist ti gyda chod dosbarth, grŵp neu le? Yna rydyn ni’n cyfrif un person arall a ddechreuodd, ac un arall a anfonodd. Dydy dy atebion ddim yn dweud o ble y daethost ti. Os yw dy grŵp yn rhannu un ddyfais, mae cwci yn cadw cod y grŵp, er mwyn i’r nesaf allu dechrau.

# Gofyn am gael clywed beth ddaeth ohono, a'r llythyrau sy'n mynd gydag ef.
hear-title = Clywed beth ddaeth ohono
    .child = Clywed beth ddigwyddodd
hear-off = Nid yw’r wefan hon yn anfon e-bost.
hear-elsewhere = Beth sy’n digwydd gyda’r hyn mae pobl yn ei ddweud, ar y wefan hon
hear-intro = Bydd { $organisation } yn ysgrifennu atoch unwaith, pan all ddweud beth ddywedodd pobl a beth a benderfynwyd. Gallwch adael cyfeiriad p’un a wnaethoch ateb ai peidio.
hear-age = Faint yw eich oed?
    .child = Faint yw dy oed?
hear-age-hint = Nid ydym yn cadw hyn.
hear-13 = 13 neu’n hŷn
hear-under-13 = Yn iau na 13
hear-age-missing = Dywedwch faint yw eich oed
    .child = Dwed faint yw dy oed
hear-address = Eich cyfeiriad e-bost
hear-address-hint = Er enghraifft enw@example.org
hear-address-missing = Ysgrifennwch eich cyfeiriad e-bost
hear-address-wrong = Ysgrifennwch un cyfeiriad e-bost, fel enw@example.org
hear-send = Rhowch wybod i mi
hear-kept = Beth sy’n digwydd i’ch cyfeiriad
hear-kept-apart = Mae’n cael ei gadw ar wahân i bob ateb. Ni all neb weld ohono pwy ddywedodd beth, na ph’un a wnaethoch ateb.
hear-kept-once = Byddwn yn ysgrifennu i ofyn ai eich cyfeiriad chi ydyw. Os na ddywedwch ie o fewn 7 diwrnod, caiff ei ddileu.
hear-kept-long = Caiff ei ddileu cyn gynted ag y byddwn wedi rhoi gwybod i chi, pan ddywedwch hynny, ac ar ôl dwy flynedd beth bynnag.
hear-grown-up-title = Gofynna i oedolyn
hear-grown-up-words = Nid wyt yn 13 eto, felly nid ydym yn cymryd dy gyfeiriad. Gall oedolyn sy’n gofalu amdanat adael ei gyfeiriad ei hun, a dweud wrthyt.
hear-grown-up-safe = Os teipiaist gyfeiriad, nid yw’n cael ei gadw.
hear-sent-title = Edrychwch yn eich e-bost
hear-sent-words = Os yw’r cyfeiriad yn gywir, mae llythyr oddi wrthym ar ei ffordd. Agorwch y ddolen ynddo i ddweud eich bod am glywed.
hear-sent-none = Dim llythyr? Edrychwch lle mae post diangen yn mynd. Unwaith y dydd ar y mwyaf yr ysgrifennwn at un cyfeiriad.
hear-confirm-title = Ydych chi am glywed beth ddaeth ohono?
hear-confirm-words = Yna pwyswch y botwm. Byddwn yn ysgrifennu atoch unwaith.
hear-confirm-button = Ydw, rhowch wybod i mi
hear-confirmed-title = Byddwch yn clywed gennym
hear-confirmed-words = Byddwn yn ysgrifennu unwaith, pan fydd rhywbeth i’w ddweud.
hear-leave-title = Ydych chi am beidio â chlywed mwy?
hear-leave-words = Pwyswch y botwm a chaiff eich cyfeiriad ei ddileu.
hear-leave-button = Dileu fy nghyfeiriad
hear-left-title = Ni fyddwch yn clywed dim mwy gennym
hear-left-words = Mae eich cyfeiriad wedi ei ddileu o’r rhestr hon.
hear-gone-title = Nid yw’r ddolen hon yn gweithio mwyach
hear-gone-words = Mae’n fwy na 7 diwrnod oed, neu cafodd y cyfeiriad ei ddileu.
hear-again = Gofyn am gael clywed eto
thanks-hear = Hoffech chi glywed beth ddaeth ohono?
    .child = Hoffet ti glywed beth ddigwyddodd?
thanks-hear-words = Gadewch gyfeiriad e-bost. Caiff ei gadw ar wahân i’ch atebion, a chewch wybod unwaith.
    .child = Gall oedolyn adael cyfeiriad e-bost. Yna gall ddweud wrthyt beth ddigwyddodd.
letter-confirm-subject = Ydych chi am glywed beth ddaeth o “{ $title }”?
letter-confirm-words = Gofynnodd rhywun, chi yn ôl pob tebyg, i { $organisation } ysgrifennu i’r cyfeiriad hwn pan all ddweud beth ddaeth o “{ $title }”.
letter-confirm-link = Ie, ysgrifennwch ataf
letter-confirm-else = Os nad chi oedd hwn, peidiwch â gwneud dim. Caiff y cyfeiriad ei ddileu ar ôl 7 diwrnod ac ni chlywch ddim mwy.
letter-leave = Dileu fy nghyfeiriad nawr
letter-told-subject = Beth ddaeth o “{ $title }”
letter-told-words = Gofynnoch am gael clywed beth ddaeth o “{ $title }”. Mae { $organisation } nawr yn dweud beth ddywedodd pobl, beth a benderfynwyd oherwydd hynny, a beth na wnaed a pham.
letter-told-foot = Rydych yn cael y llythyr hwn am i chi ofyn amdano. Mae eich cyfeiriad nawr wedi ei ddileu: ni ddaw llythyr arall. Nid oes dim yn ei gysylltu ag unrhyw ateb.
letter-program = Rhaglen a anfonodd y llythyr hwn. Nid oes neb yn darllen yr hyn a anfonir yn ôl, oni bai bod cyfeiriad ateb wedi ei enwi.
## Campaigns: the public page, posters, cards and slides
campaign-by = Rhedir gan { $team }
campaign-so-far = Pa mor bell rydyn ni
campaign-of = Mae { $count } o’r { $target } o bobl rydyn ni’n gobeithio amdanynt wedi cymryd rhan.
campaign-counted = Cyfrifwyd hyd at ddoe.
campaign-few = Rydyn ni newydd ddechrau. Mae rhy ychydig eto i ddangos rhif.
campaign-news = Newyddion
campaign-feed = Dilynwch y newyddion mewn darllenydd ffrydiau
campaign-over = Mae’r ymgyrch hon ar ben. Diolch i bawb a gymerodd ran.
campaign-results = Beth ddaeth ohoni
campaign-results-soon = Mae’r atebion yn cael eu darllen nawr. Bydd yr hyn a ddaeth ohoni yma yn fuan.
campaign-next = Beth sy’n digwydd nesaf
campaign-next-results = Beth ddywedodd pobl, mewn rhifau
campaign-next-ballot = Canlyniad y bleidlais
campaign-next-plan = Beth mae’r cynllun yn ei wneud am y peth
campaign-vote = Pleidleisio
campaign-scan = Sganiwch y cod neu teipiwch y cyfeiriad
campaign-points = Sut mae’n gweithio
campaign-point-skip = Cewch hepgor unrhyw gwestiwn.
campaign-point-next = Byddwn yn dweud wrthych beth sy’n digwydd nesaf.
campaign-slip = Dewch â’r slip o’r ysgol: mae eich cod pleidleisio arno.
campaign-draft = Drafft: heb ei gymeradwyo eto
invited-leave-title = Ydych chi am beidio â chael rhagor o wahoddiadau?
invited-leave-words = Pwyswch y botwm ac ni anfonwn yr un i’r cyfeiriad hwn.
invited-leave-button = Peidiwch ag anfon rhai ataf
invited-left-title = Ni anfonwn ragor o wahoddiadau atoch
invited-left-words = Ni chaiff y cyfeiriad hwn yr un gan unrhyw ymgyrch ar y wefan hon.
privacy-while-hear = Os gadewch gyfeiriad e-bost er mwyn clywed beth ddaeth ohono, mae mewn rhestr ar wahân i bob ateb. Caiff ei ddileu unwaith y byddwn wedi rhoi gwybod i chi.
    .child = Gall oedolyn adael cyfeiriad e-bost. Rydyn ni’n ei gadw ar wahân i dy atebion. Rydyn ni’n ei ddileu ar ôl rhoi gwybod iddo.
## Yr hyn a gyhoeddwyd

foot-results = Yr hyn a ddywedodd pobl
results-title = Yr hyn a ddywedodd pobl
results-intro = Popeth a ofynnwyd gennym ac a gyhoeddwyd wedyn, y diweddaraf yn gyntaf. Mae gan bob un gyfeiriad sy’n aros, a ffigurau nad ydynt byth yn newid.
    .child = Yma cei di weld beth ddywedodd pobl wrthym.
results-none = Nid oes dim wedi’i gyhoeddi eto.
results-all = Popeth a gyhoeddwyd
results-everyone = Y ffigurau i gyd
results-chose = Pobl a ddewisodd ateb yw’r rhain. Nid ydynt yn sampl o bawb.
results-illustrative = Enghreifftiol: cafodd rhai neu’r cyfan o’r atebion hyn eu dyfeisio i ddangos sut mae Heard yn gweithio
results-illustrative-tag = enghreifftiol
results-interim-tag = dros dro
results-corrected-tag = cywirwyd wedyn
results-correction-tag = cywiriad
results-when = Cyhoeddiad { $number }, cyhoeddwyd ar d{ $day } gan { $organisation }.
results-number = cyhoeddiad { $number }
results-interim = Ffigurau dros dro yw’r rhain: roedd atebion yn dal i gyrraedd.
    .child = Roedd pobl yn dal i ddweud pethau wrthym pan wnaethom gyfrif.
results-corrected = Roedd rhywbeth yma’n anghywir. Cafodd ei gywiro ar d{ $day }.
results-corrected-link = Gweld y canlyniadau cywir
results-corrects = Mae hwn yn cywiro { $link }. Beth oedd o’i le:
results-newer = Mae canlyniadau mwy newydd.
results-newer-link = Gweld y diweddaraf
results-quotes-gone =
    { $count ->
        [one] Tynnwyd un dyfyniad ers hynny: fe wnaeth y sawl a’i dywedodd ddileu ei atebion, neu fe wnaethom ni ei dynnu’n ôl.
       *[other] Nifer y dyfyniadau a dynnwyd ers hynny: { $count }. Fe wnaeth y rhai a’u dywedodd ddileu eu hatebion, neu fe wnaethom ni eu tynnu’n ôl.
    }
results-about = Beth yw hwn
results-undecided = Beth sydd heb ei benderfynu eto
results-places = Lleoedd
results-whole = { $place } i gyd
results-for-children = I blant
results-files = Ewch ag ef gyda chi
    .child = Cer ag ef gyda thi
results-pdf = Adroddiad (PDF)
results-poster = Poster i’r wal (PDF)
results-children = I blant (PDF)
results-xlsx = Tablau (Excel)
results-csv = Ffigurau (CSV)
results-json = Ffigurau (JSON)
results-english = Saesneg yw iaith yr adroddiad ei hun.
results-wrong = Oes rhywbeth o’i le?
results-wrong-words = Dywedwch wrth { $organisation }: { $link }.
    .child = Dwed wrth oedolyn, neu gofynna i oedolyn ddweud wrth { $organisation }: { $link }.
results-wrong-then = Nid oes neb yn newid yr hyn a gyhoeddwyd. Caiff yr hyn a oedd o’i le ei gywiro mewn cyhoeddiad newydd, ac yna bydd y dudalen hon yn dweud hynny.
    .child = Os oes rhywbeth o’i le, fe wnawn ni dudalen newydd sy’n gywir. Bydd y dudalen hon wedyn yn dweud hynny.
results-feeds = I glywed am yr un nesaf, dilynwch gyda darllenydd ffrydiau: { $atom } neu { $rss }.
## A village of 100 children

village-title = Pentref o 100 o blant
village-why = Mae’n anodd dychmygu holl blant lle. Felly dychmygwch bentref lle mae 100 o blant yn sefyll dros bob un ohonyn nhw.
village-each = Y pentref cyfan yw pob llun. Y ffigurau llawn yw’r plant y mae’r llun amdanyn nhw. Gall un plentyn fod mewn sawl llun.
village-together = Yma mae pob plentyn yn y pentref mewn un grŵp yn unig.
village-count = { $count } o bob 100
village-no-number = Nid yw’r cynllun yn rhoi rhif:
village-wanted = Dyma beth mae’r cynllun ei eisiau iddyn nhw. Nid yw’n rhoi rhifau.
village-ours = Ni sydd wedi llunio hwn o ffigurau’r cynllun ei hun. Nid yw’r cynllun yn ei ddangos fel hyn.
village-differ = Nid yw’r rhifau i gyd am yr un plant, na’r un flwyddyn. O dan bob un mae’n dweud am bwy y mae, pryd, a phwy sy’n dweud.
village-of = O blith: { $who }.
village-when = Ffigur { $when }.
village-undated = Nid yw’r cynllun yn dweud pryd.
village-unsourced = Nid yw’r cynllun yn enwi ffynhonnell iddo.
village-rounded = Mae’r rhifau wedi’u talgrynnu i blant cyfan.
village-from = Daw o { $plan }.
village-invented = Cynllun wedi’i ddyfeisio yw hwn. Nid oes neb wedi’i gyhoeddi.

## Beth ddaeth ohono

said-title = Fe ddywedoch chi, fe wnaethon ni
    .child = Fe ddwedaist ti, felly fe wnaethon ni hyn
said-words = Beth ddywedodd pobl pan ofynnon ni, beth a benderfynwyd, a beth a wnaed.
said-none = Does neb wedi ysgrifennu yma eto beth ddaeth o gwestiwn cynharach. Bydd yma pan wnânt.
said-asked = Fe ofynnon ni
said-said = Fe ddywedoch chi
    .child = Fe ddwedaist ti wrthon ni
said-decided = Fe benderfynon ni
said-did = Fe wnaethon ni
    .child = Beth wnaethon ni
said-will = Rydyn ni’n gwneud, neu fe wnawn
    .child = Beth fyddwn ni’n ei wneud
said-stopped = Beth y rhoesom y gorau iddo
said-not = Beth na fyddwn yn ei wneud, a pham
said-named = Soniwyd am { $theme }
said-share = { $what }: { $share } o { $base }
said-people =
    { $count ->
        [one] { $count } person
       *[other] { $count } o bobl
    }
said-hidden = { $what }: mae’r ffigur hwn wedi’i guddio i gadw rhifau bach yn breifat: ei rif ei hun, neu rai eraill y byddai’n eu datgelu. Nid yw’n golygu neb.
said-chose = Pobl a ddewisodd ateb yw’r rhain. Nid ydynt yn cynrychioli pawb.
said-owner = Pwy sy’n ei wneud: { $owner }.
said-planned = Wedi’i gynllunio ar gyfer { $day }.
said-under-way = Wedi dechrau, i’w orffen erbyn { $day }.
said-done = Gwnaed ar d{ $day }.
said-dropped = Rhoddwyd y gorau iddo.
said-published = Cyhoeddwyd ar d{ $day }.
said-easy = Mewn geiriau i bawb
    .child = Mewn geiriau hawdd, i blant
said-full = Y cyfan, gyda rhifau a dyddiadau
said-plan = Y cynllun a ddaeth ohono
said-all = Beth ddaeth o gwestiynau eraill
said-plans = Cynlluniau a gyhoeddwyd
## Voting

vote-seats = Faint sy’n ennill: { $seats }
vote-start = Dechrau pleidleisio
vote-counted = Sut mae’r pleidleisiau’n cael eu cyfrif
vote-method-plurality = Un bleidlais yw pob marc. Y nifer mwyaf o bleidleisiau sy’n ennill.
vote-method-approval = Marciwch bob un yr ydych yn fodlon arno. Un bleidlais yw pob marc. Y nifer mwyaf sy’n ennill.
vote-method-borda = Eich dewis cyntaf sy’n cael y nifer mwyaf o bwyntiau, yr ail un pwynt yn llai, ac yn y blaen. Y nifer mwyaf o bwyntiau sy’n ennill.
vote-method-dowdall = Eich dewis cyntaf sy’n cael pwynt, yr ail hanner, y trydydd traean, ac yn y blaen. Y nifer mwyaf o bwyntiau sy’n ennill.
vote-method-runoff = Os nad oes un dewis yn gyntaf ar fwy na hanner y papurau, mae’r dewis â’r nifer lleiaf o bleidleisiau yn mynd allan, a’r papurau hynny’n cyfrif i’w dewis nesaf. Mae hyn yn parhau nes bod gan un dewis fwy na hanner.
vote-method-stv = Mae dewis sy’n cyrraedd nifer penodol o bleidleisiau yn cael ei ddewis. Mae’r pleidleisiau nad oes eu hangen arno, a phleidleisiau dewis sy’n mynd allan, yn symud i’r dewis nesaf ar y papurau hynny. Dyma reolau etholiadau cyngor yr Alban.
vote-method-schulze = Mae pob dau ddewis yn cael eu cymharu: faint o bapurau sy’n rhoi’r naill o flaen y llall. Dewis sy’n curo pob un arall sy’n ennill. Os nad oes un, y gadwyn gryfaf o fuddugoliaethau sy’n penderfynu.
vote-method-points = Mae’r pwyntiau’n cael eu hadio. Y nifer mwyaf o bwyntiau sy’n ennill.
vote-tie = Os bydd nifer cyfartal o bleidleisiau, mae’r dewis yn cael ei dynnu ar hap o’r testun hwn, a gall unrhyw un ailadrodd hynny: “{ $seed }”
vote-fixed = Nid yw dim o hyn yn newid unwaith y bydd y pleidleisio wedi dechrau. Ei ôl bys: { $digest }
vote-secret-title = Mae eich pleidlais yn gyfrinachol
vote-secret = Nid ydym yn gofyn am eich enw. Mae’r hyn a farciwch yn cael ei gadw heb eich cod, eich ysgol na’r amser. Ni ddangosir unrhyw ganlyniad i neb cyn i’r pleidleisio ddod i ben.
vote-secret-open = Nid ydym yn gofyn am eich enw. Mae’r hyn a farciwch yn cael ei gadw heb ddim sy’n dweud pwy ydych chi, a heb yr amser. Ni ddangosir unrhyw ganlyniad i neb cyn i’r pleidleisio ddod i ben.
vote-who = Pwy sy’n cael pleidleisio: o { $youngest } i { $oldest } oed
vote-until = Daw’r pleidleisio i ben ar d{ $day } am { $time }.
vote-closing = Anfonwch eich pleidlais cyn { $time } ar d{ $day }. Nid yw papur a ddechreuwyd cyn hynny ac a anfonir wedyn yn cyfrif.
vote-opens = Mae’r pleidleisio’n dechrau ar d{ $day } am { $time }.
vote-closed = Daeth y pleidleisio i ben ar d{ $day } am { $time }.
vote-soon = Mae’r pleidleisiau’n cael eu cyfrif a’u gwirio. Bydd y canlyniad yma.
vote-late-words = Roedd y pleidleisio wedi dod i ben pan gafodd ei hanfon. Ni chadwyd dim o’r hyn a farcioch.
vote-late = Daeth eich pleidlais yn rhy hwyr ac nid yw’n cyfrif
vote-see-result = Gweld y canlyniad
vote-choices = Dros beth y gallwch bleidleisio
vote-raised = Codwyd gan bobl a atebodd ymgynghoriad
vote-raised-all = Codwyd pob un o’r rhain gan bobl a atebodd ymgynghoriad.
vote-code = Eich cod pleidleisio
vote-slip-how = Sganiwch hwn â ffôn, neu ewch i
vote-slip-once = Mae’n gweithio unwaith. Ni all neb wybod ohono sut rydych yn pleidleisio.
vote-code-hint = Mae ar y slip a gawsoch: 16 o lythrennau a rhifau. Nid oes ots am briflythrennau, bylchau na chysylltnodau.
vote-code-held = Mae eich cod wedi’i ddarllen. Nid oes angen ei deipio.
vote-code-missing = Teipiwch eich cod pleidleisio
vote-code-unknown = Nid ydym yn adnabod y cod hwn. Gwiriwch am lithriadau, neu gofynnwch i bwy bynnag a’i rhoddodd i chi
vote-code-used = Mae’r cod hwn wedi’i ddefnyddio. Os ydych newydd anfon eich pleidlais, mae wedi’i chyfrif. Os nad chi oedd, gofynnwch am god arall
vote-code-stopped = Mae’r cod hwn wedi’i stopio oherwydd i becyn o slipiau fynd ar goll. Gofynnwch am un arall i bwy bynnag a’i rhoddodd
vote-voted = Mae rhywun wedi pleidleisio ar y porwr hwn
vote-voted-words = Os chi oedd, mae eich pleidlais wedi’i chyfrif ac ni ellir ei newid. Os yw pobl yn rhannu’r ddyfais hon, tro’r person nesaf yw hi.
vote-halted = Mae’r pleidleisio wedi stopio
vote-halted-words = Newidiwyd rhywbeth na chaiff newid ar ôl i’r pleidleisio ddechrau. Dywedwch wrth bwy bynnag sy’n cynnal y bleidlais. Mae’r pleidleisiau a anfonwyd yn ddiogel.
vote-mark-any = Marciwch gynifer ag y dymunwch.
vote-mark-up-to = Marciwch { $most } ar y mwyaf.
vote-points-rule = Mae gennych { $budget } pwynt. Rhowch nhw i gyd i un, neu rhannwch nhw.
vote-about = I gyfrif pwy sy’n cymryd rhan. Nid yw’n cael ei gadw gyda’ch pleidlais, a gallwch ei hepgor.
vote-age = Faint yw eich oed?
vote-district = Ble’r ydych chi’n byw?
vote-not-say = Byddai’n well gennyf beidio â dweud
vote-spoilt-empty = Does dim wedi’i farcio. Marciwch eich papur, neu anfonwch ef yn wag os dyna’ch bwriad
vote-spoilt-many = Marciwyd { $marked } a’r mwyaf yw { $most }. Fel y mae, ni fyddai eich papur yn cyfrif. Tynnwch rai i ffwrdd
vote-spoilt-twice = Mae “{ $name }” mewn dau le. Fel y mae, ni fyddai eich papur yn cyfrif. Gadewch ef mewn un
vote-spoilt-points = Rhoesoch { $given } pwynt ac mae { $budget } ar gael. Fel y mae, ni fyddai eich papur yn cyfrif. Tynnwch rai i ffwrdd
vote-spoilt-number = Ysgrifennwch bwyntiau fel rhifau cyfan, fel 3
vote-spoilt-other = Fel y mae, ni fyddai eich papur yn cyfrif. Marciwch ef eto
vote-blank = Anfon papur gwag
vote-check-title = Gwiriwch eich pleidlais
vote-check-blank = Mae eich papur yn wag: rydych yn cymryd rhan ac yn pleidleisio dros neb.
vote-check-once = Nid oes dim wedi’i anfon eto. Unwaith y bydd wedi’i anfon, ni allwch ei newid.
vote-send = Anfon fy mhleidlais
vote-change = Ei newid
vote-points-given = { $points } i { $name }
vote-thanks = Diolch. Mae eich pleidlais wedi’i chyfrif.
vote-thanks-words = Ni all neb ddweud pa bleidlais yw eich un chi, felly ni all neb chwilio amdani, ei newid na’i dileu.
vote-thanks-result = Pan ddaw’r pleidleisio i ben, bydd y canlyniad a sut y cafodd ei gyfrif yma:
vote-next = Ydy rhywun arall yn pleidleisio ar y ddyfais hon?
vote-next-words = Pwyswch y botwm a’i basio ymlaen. Does dim byd ohonoch chi’n aros.
vote-result-of = Y canlyniad: { $title }
vote-wins = { $name } sy’n ennill
vote-wins-half = { $name } sy’n ennill gyda { $votes } o’r { $counting } pleidlais sy’n dal i gyfrif yn y rownd olaf
vote-half-of = Papurau sy’n cyfrif: { $papers }. Yn y rownd olaf nid yw { $exhausted } ohonynt yn enwi dewis sydd ar ôl, felly mae gan { $name } { $votes } o { $papers } ({ $share }).
vote-two-names = { $first } a hefyd { $last }
vote-chosen = Dewiswyd { $names }
vote-won = Dewiswyd
vote-nobody = Nid oes papur yn cyfrif, felly does dim yn cael ei ddewis.
vote-received = Papurau a ddaeth i law: { $received }. O’r rhain mae { $valid } yn cyfrif a { $spoilt } ddim.
vote-by-hand = O’r rhain cyfrifwyd { $number } â llaw mewn ysgolion, a’u teipio gan ddau berson.
vote-opened-again = Cafodd pleidleisiau papur o’r lleoedd hyn eu teipio eto ar ôl i ddau berson gytuno arnynt: { $places }
vote-beyond-roll = Daeth mwy o bapurau i mewn nag sydd o bobl a gaiff bleidleisio yn: { $places }. Mae’r swyddog a gyhoeddodd y canlyniad yn dweud pam ei fod yn gywir er hynny:
vote-approved = Gwiriwyd a chyhoeddwyd ar d{ $day }. Mae’r dudalen hon yn aros.
vote-all = Pob dewis
vote-choice = Dewis
vote-rank = Safle
vote-votes = Pleidleisiau
vote-votes-when = Pleidleisiau wrth gael ei ddewis neu ei adael allan, o { $papers } papur
vote-unit-of = { $unit }, o { $papers } papur
vote-rounds-differ = Daw’r rhifau hyn o wahanol rowndiau, felly nid yw eu cyfanswm yr un â’r papurau.
vote-points = Pwyntiau
vote-beats = Yn curo cynifer
vote-rounds = Sut y cafodd ei gyfrif
vote-round = Rownd { $number }
vote-quota = Mae angen { $votes } o bleidleisiau ar ddewis i gael ei ddewis.
vote-why-most = { $name } sy’n ennill gyda { $votes }: ymhlith y mwyaf.
vote-why-half = { $name } sy’n ennill gyda { $votes }: mwy na hanner y { $counting } sy’n dal i gyfrif yn y rownd hon.
vote-why-quota = { $name } sy’n ennill gyda { $votes }: cynifer ag sydd eu hangen, neu fwy.
vote-why-last = { $name } sy’n ennill gyda { $votes }: mae cynifer ar ôl ag o leoedd.
vote-why-beats = { $name } sy’n ennill: yn erbyn pob dewis sydd ar ôl, mae mwy o bapurau’n ei roi gyntaf.
vote-why-path = { $name } sy’n ennill: nid oes gan unrhyw ddewis sydd ar ôl lwybr cryfach ato nag sydd ganddo ef at y dewis hwnnw.
vote-out = { $name } sydd â’r lleiaf, { $votes }, ac yn mynd allan.
vote-surplus = Mae gan { $name } { $surplus } yn fwy nag sydd ei angen. Mae ei bapurau’n symud ymlaen, pob un ar { $value } o’i werth.
vote-moved = Mae { $votes } o { $from } yn symud i { $to }.
vote-exhausted = Nid yw { $votes } o { $from } yn enwi dewis sydd ar ôl.
vote-exhausted-all = Papurau hyd yma nad ydynt yn enwi dewis sydd ar ôl: { $votes }
vote-tie-drawn = Nifer cyfartal o bleidleisiau i { $names }. Y tynnu ar hap a gyhoeddwyd cyn y pleidleisio a ddewisodd { $chosen }.
vote-tie-open = Nifer cyfartal o bleidleisiau i { $names }, ac ni chyhoeddwyd tynnu ar hap: ni ddewisir neb.
vote-empty = Lleoedd sy’n aros yn wag: { $seats }
vote-turnout = Pwy gymerodd ran
vote-by-district = Yn ôl ardal
vote-by-age = Yn ôl oed
vote-by-school = Yn ôl ysgol
vote-took-part = Pleidleisiodd
vote-recount = Cyfrifwch ef eto eich hun
vote-recount-words = Mae ffeil y cyfrif yn cynnwys pob papur sy’n cyfrif, heb ddim sy’n dweud pwy biau. Gyda Heard ar eich cyfrifiadur, teipiwch: { $command }
vote-audit-file = Ffeil y cyfrif
vote-blt-file = Papurau fel .blt
vote-json-file = Canlyniad fel data
vote-happens = Beth sy’n digwydd nesaf
vote-happens-plan = Mae’r hyn a ddewiswyd yn mynd at y rhai sy’n ysgrifennu’r cynllun. Maent yn dweud yma beth maent yn ei wneud amdano:
vote-happens-evidence = Mae’r cynllun yn adeiladu ar y canlyniad hwn:
vote-happens-later = Nid yw’r cynllun wedi’i gyhoeddi eto, ac nid yw’r diwrnod wedi’i bennu. O hynny ymlaen mae’r dudalen hon yn arwain at yr hyn y mae’n ei wneud am y canlyniad.
vote-happens-goes = Mae’r hyn a ddewiswyd yn mynd at y rhai sy’n ysgrifennu’r cynllun.
vote-plan = Y cynllun a’r hyn a ddaeth ohono
vote-left-out = Nid yw pleidleisiau papur o’r lleoedd hyn yn y cyfrif: { $places }. Mae’r swyddog a gyhoeddodd y canlyniad yn dweud pam:
vote-open-came = Gallai unrhyw un bleidleisio, heb god. Papurau a ddaeth felly: { $papers }. Mae porwr sydd wedi pleidleisio yn dweud hynny, ond ni allai dim atal rhywun rhag pleidleisio ddwywaith.
vote-open-some = Gallai unrhyw un bleidleisio, heb god. Mae porwr sydd wedi pleidleisio yn dweud hynny, ond ni allai dim atal rhywun rhag pleidleisio ddwywaith.
vote-open-once = Gall unrhyw un bleidleisio yma, heb god. Pleidleisiwch unwaith, os gwelwch yn dda: ni allwn ddweud a yw rhywun yn pleidleisio ddwywaith.
vote-pairs = Cymharu pob dau ddewis
vote-pairs-why = Faint o bapurau sy’n rhoi’r naill o flaen y llall. Mae dewis nad yw ar bapur yn dod ar ôl pob un sydd arno.
vote-pair = { $one } o flaen { $other }: papurau: { $papers }. Y ffordd arall: { $back }.
vote-paths = Lle mae llwybr yn penderfynu
vote-paths-why = Mae llwybr yn arwain o un dewis at un arall fesul cam. Ym mhob cam mae mwy o bapurau’n rhoi’r naill o flaen y nesaf nag ar ei ôl. Mae llwybr mor gryf â’i gam gwannaf, a’r llwybr cryfaf sy’n penderfynu.
vote-path = Mae { $one } o flaen { $other } drwy lwybr: { $path }. Papurau yn ei gam gwannaf: { $papers }. Yn y llwybr cryfaf yn ôl, { $back }: { $fewer }.
vote-path-alone = Mae { $one } o flaen { $other } drwy lwybr: { $path }. Papurau yn ei gam gwannaf: { $papers }. Nid oes llwybr yn arwain yn ôl.
vote-path-step = { $one } o flaen { $other } ({ $papers })
vote-tie-out = Cyfartal rhwng { $names } am y nifer lleiaf o bleidleisiau. Penderfynodd y tynnu a gyhoeddwyd cyn y pleidleisio mai { $chosen } sy’n mynd allan.
vote-tie-moves = Cyfartal rhwng { $names }. Penderfynodd y tynnu a gyhoeddwyd cyn y pleidleisio bleidleisiau pwy sy’n symud gyntaf: { $chosen }.
vote-bars = Pen toredig bar yw’r pleidleisiau a ddaeth o’r rownd flaenorol.
vote-turnout-rounded = Mae nifer y pleidleisiau yn y tablau hyn wedi’i dalgrynnu i’r { $rounding } agosaf.
vote-turnout-hidden = Mae “{ $hidden }” yn golygu rhif bach, neu un a fyddai’n datgelu rhif bach. Mae’n cael ei gadw’n breifat. Peidiwch â’i ddarllen fel sero.
vote-of-residents = O’r rhai rhwng { $youngest } a { $oldest } oed sy’n byw yno
vote-of-roll = O’r rhai sy’n cael pleidleisio yno
vote-of-age = O’r rhai o’r oed hwnnw sy’n byw yn yr ardal
vote-no-roll = nifer anhysbys
vote-age-screens = Dim ond am bleidleisiau a anfonwyd o sgriniau (papurau: { $papers }) y gwyddom oedran, lle dywedodd pleidleiswyr eu hoedran. Nid yw papurau a gyfrifwyd â llaw yn dweud oedran.
vote-age-some = Dim ond am bleidleisiau a anfonwyd o sgriniau y gwyddom oedran, lle dywedodd pleidleiswyr eu hoedran. Nid yw papurau a gyfrifwyd â llaw yn dweud oedran.
error-vote-many = Gormod o bleidleisiau ar unwaith o’ch rhwydwaith
error-vote-many-words = Nid yw eich pleidlais wedi’i hanfon eto. Arhoswch ychydig funudau, yna llwythwch y dudalen hon eto: bydd yr hyn a farcioch yn cael ei anfon bryd hynny.
vote-made-up = Ymarfer: does neb yn pleidleisio yma go iawn, ac mae’r pleidleisiau yma eisoes wedi’u dyfeisio.
error-vote = Ni allwn ddod o hyd i’r bleidlais honno
error-vote-words = Nid oes pleidlais yn y cyfeiriad hwn. Gwiriwch am lithriadau.
home-votes = Pleidleisiau ar agor

## Cynlluniau a gyhoeddwyd

plan-plans = Cynlluniau
plan-none = Nid oes cynllun wedi’i gyhoeddi eto.
plan-where = Ble rydych chi
plan-invented = Enghreifftiol: cafodd y cynllun hwn, neu ffigurau ynddo, eu dyfeisio i ddangos sut mae Heard yn gweithio
plan-wants = Beth mae’n ei geisio
plan-outcomes = Canlyniadau a geisir: { $count }
plan-objectives = Amcanion: { $count }
plan-priorities = Blaenoriaethau: { $count }
plan-pieces = darnau o dystiolaeth: { $count }
plan-of-indicators = dangosyddion: { $count }
plan-going = Sut mae’n mynd
plan-see-progress = Gweld y cynnydd
plan-replies = Beth ddywedodd pobl, a beth a wnaed:
plan-values = Beth mae’n ei arddel
plan-partners = Pwy sy’n cymryd rhan
plan-pdf = Y cynllun fel PDF (Saesneg)
plan-json = Y cynllun fel data (JSON)
plan-versions = Fersiynau
plan-version = Fersiwn { $number }
plan-taken-from = Daw o: { $source }. Ailddywedir y testun; y cynllun ei hun biau’r teitlau a’r ffigurau.
plan-rests = Ar beth mae’n sefyll
plan-says = Beth mae’r cynllun yn ei ddweud
plan-will = Beth fydd yn cael ei wneud
plan-know = Sut byddwn ni’n gwybod
plan-no-indicator = Nid yw’r cynllun yn enwi dangosydd ar gyfer hyn, felly ni allai neb ddweud a weithiodd.
plan-rule = Rydym yn tynnu llinell syth o’r man cychwyn i’r nod. Mae dangosydd ar y trywydd iawn pan fydd ei ffigur diweddaraf ar y llinell honno neu’n well. Pan ddaw amser y targed, y ffigur cyntaf ar gyfer yr amser hwnnw neu wedyn sy’n dweud a gafodd y targed ei gyrraedd neu ei fethu.
plan-whole = Y cynllun cyfan
plan-progress = Cynnydd
plan-as-whole = O’r cynllun yn ei gyfanrwydd
plan-doing = Beth sy’n cael ei wneud
plan-late = { $count } yn hwyr
plan-newer = Mae fersiwn mwy newydd o’r cynllun hwn
plan-changed = Beth newidiodd ers y fersiwn flaenorol
plan-published = Fersiwn { $number }, cyhoeddwyd ar { $day }.
plan-signed = Cymeradwywyd gan { $who } ar { $day }.
plan-why = Pam mae’n bwysig
plan-areas = Meysydd ffocws
plan-success = Sut olwg sydd ar lwyddiant
plan-undecided = Beth sydd heb ei benderfynu o hyd
plan-took-part = Amser cymryd rhan: o { $from } i { $to }.
plan-decides = Bydd yn cael ei benderfynu ar { $day }.
plan-for = Beth sydd o’i blaid
plan-against = Beth sydd yn ei erbyn
plan-nothing-linked = Nid oes dim wedi’i gysylltu.
plan-nothing-linked-here = Nid oes dim wedi’i gysylltu yng nghynllun yr ardal hon.
plan-county-against = Mae cynllun y sir yn enwi’r hyn sydd yn ei erbyn: { $plan }
plan-nothing-found = Ni chafwyd dim.
plan-chose = Cyfrannau o’r bobl a ddewisodd ateb yw’r rhain. Nid ydynt yn sampl o bawb. Ffigurau’r diwrnod yr anfonwyd y fersiwn hon i’w hadolygu ydynt; mae rhifau bach wedi’u cuddio.
plan-share = { $what }: { $share } ({ $range }) o { $base }
plan-range = { $low } i { $high }
plan-behind = Gweld y canlyniadau hyn
plan-place = Dim ond pobl o’r ardal hon: { $place }.
plan-place-ballot = Wedi’i gysylltu ar gyfer { $place }; canlyniad pawb a bleidleisiodd yw hwn.
plan-place-linked = Wedi’i gysylltu ar gyfer { $place }.
plan-from-county = O gynllun y sir: { $plan }.
plan-takes-over = Mae’r cynllun hwn yn cynnwys yr hyn sydd yng nghynllun y sir:
plan-local = Cynlluniau ardaloedd sy’n adeiladu ar yr un hwn:
plan-no-action = Nid yw’r cynllun yn enwi unrhyw gam ar gyfer hyn.
plan-actions = Pwy sy’n gyfrifol am bob un, erbyn pryd, a pha mor bell y mae.
plan-action = Cam gweithredu
plan-who = Pwy
plan-by = Erbyn
plan-how-far = Pa mor bell
plan-overdue = yn hwyr
plan-nobody = Neb wedi’i enwi
plan-no-date = Dim dyddiad
plan-planned = wedi’i gynllunio
plan-under-way = ar waith
plan-done = wedi’i wneud
plan-dropped = wedi’i ollwng
plan-unsaid = Does neb wedi dweud
plan-reached = Mae’r targed wedi’i gyrraedd
plan-on-track = Ar y trywydd iawn
plan-not-on-track = Ddim ar y trywydd iawn
plan-met = Cyrhaeddwyd y targed
plan-missed = Methwyd y targed
plan-passed = Ni allwn ddweud: mae amser y targed wedi mynd heibio ac nid oes ffigur ar ei gyfer
plan-last = Pan gafodd ei fesur ddiwethaf, yn { $period }: { $said }.
plan-no-baseline = Ni allwn ddweud: nid yw’r cynllun yn nodi’r man cychwyn
plan-baseline-undated = Ni allwn ddweud: nid yw’r cynllun yn dyddio’r man cychwyn
plan-no-target = Ni allwn ddweud: nid yw’r cynllun yn gosod targed
plan-target-in-words = Ni allwn ddweud: nid rhif yw’r targed
plan-target-undated = Ni allwn ddweud: nid oes dyddiad i’r targed
plan-target-not-later = Ni allwn ddweud: nid yw’r targed yn ddiweddarach na’r man cychwyn
plan-no-direction = Ni allwn ddweud: nid yw’r cynllun yn dweud pa ffordd sydd well
plan-target-against = Ni allwn ddweud: byddai’r targed yn waeth na’r man cychwyn
plan-not-measured = Ni allwn ddweud: nid oes dim wedi’i fesur eto
plan-measured-before = Ni allwn ddweud: nid yw’r ffigur diweddaraf yn ddiweddarach na’r man cychwyn
plan-finding-none = Nid yw’r cynllun hwn yn enwi dangosydd
plan-finding-cannot = O’r { $of } dangosydd, ni ellir dweud eto am yr un a yw ar y trywydd iawn
plan-finding = O’r { $of } dangosydd, mae { $well } ar y trywydd iawn neu wedi cyrraedd y targed, a { $badly } heb fod felly
plan-indicators = Dangosyddion
plan-counts = Pob dangosydd yn y cynllun, yn ôl yr hyn y gellir ei ddweud amdano.
plan-can-be-said = Beth ellir ei ddweud
plan-academic = { $years } (blwyddyn academaidd)
plan-when = Pryd
plan-figure = Ffigur
plan-on-line = Ar y llinell
plan-source = Ffynhonnell
plan-none-given = Heb ei roi
plan-stood = Y man cychwyn
plan-should = Y nod
plan-the-plan = Y cynllun
plan-not-given = ffynhonnell heb ei chofnodi
plan-from = Ffynhonnell: { $source }
plan-of-unit = { $title }, mewn { $unit }.
plan-less = { $percent }% yn llai na’r man cychwyn
plan-more = { $percent }% yn fwy na’r man cychwyn
plan-beside = Wrth ochr eraill pan ysgrifennwyd y cynllun:
plan-higher = uwch na { $other }
plan-lower = is na { $other }
plan-level = yr un fath â { $other }
plan-drawn = Cylch gwag: y man cychwyn. Dotiau: ffigurau ers hynny. Llinell unionsyth: y targed.
plan-dashed = Llinell doredig: y llinell syth rhyngddynt.
plan-reach = Mae’r llun yn ymestyn o { $low } ar y gwaelod i { $high } ar y brig.
plan-drawn-stood = y man cychwyn { $figure }
plan-drawn-now = nawr { $figure }
plan-drawn-should = y nod yw { $figure }
results-onward = Beth ddaeth ohono
results-officers = I swyddogion: yr atebion y tu ôl i’r ffigurau hyn
said-results = Beth ddywedodd pobl, mewn rhifau
said-in-plan = Yn y cynllun:
results-village = Fel pentref o 100
results-village-title = Pe bai 100 o bobl yn cynrychioli pawb a atebodd yn { $place }
results-village-why = Mae pob llun yn dangos pob un o’r 100. Y ffigurau llawn yw’r rhai a soniodd amdano. Gall un person fod mewn sawl llun.
results-village-hidden = Rhif sy’n cael ei gadw’n breifat. Nid yw’n golygu neb:
