# Romanian. Written without a speaker's check: someone who speaks Romanian must read it before it is used.
# Adulți: „dumneavoastră”. `.child`: „tu”, în cuvinte simple.

language-name = Română
language-choose = Limba

## Dates and numbers

date = { $weekday }, { $day } { $month } { $year }
weekday-1 = luni
weekday-2 = marți
weekday-3 = miercuri
weekday-4 = joi
weekday-5 = vineri
weekday-6 = sâmbătă
weekday-7 = duminică
month-1 = ianuarie
month-2 = februarie
month-3 = martie
month-4 = aprilie
month-5 = mai
month-6 = iunie
month-7 = iulie
month-8 = august
month-9 = septembrie
month-10 = octombrie
month-11 = noiembrie
month-12 = decembrie

## On every page

skip-link = Mergi la conținutul principal
exit = Ieși din această pagină
about-page = Despre această pagină
main-navigation = Meniu principal
error-prefix = Eroare:
back = Înapoi
foot-talk = Cu cine să vorbiți
    .child = Cu cine să vorbești
foot-information = Datele dumneavoastră
    .child = Datele tale
foot-receipt = Vedeți sau ștergeți răspunsurile
    .child = Vezi sau șterge răspunsurile
foot-complain = Întrebări și plângeri
foot-accessibility = Accesibilitate
trial = Este doar o probă: nimeni nu întreabă cu adevărat, iar răspunsurile de aici sunt inventate.
summary-heading =
    { $count ->
        [one] Un lucru de schimbat
        [few] { $count } lucruri de schimbat
       *[other] { $count } de lucruri de schimbat
    }
talk-heading = Cu cine să vorbiți
    .child = Te întristează sau te sperie ceva?
talk-child = Spune-i unui adult în care ai încredere. Sau sună pe cineva care te ascultă:
talk-entry = { $name } – pentru: { $whom }.
talk-for = Pentru: { $whom }.

## The front door

home-title = Spuneți-vă părerea
home-button = Spuneți-vă părerea
home-nothing = Astăzi nu se întreabă nimic.
home-also = Și aici
home-before-and-after = Înainte și după
home-no-name = Nu este nevoie de nume.
open-until = Deschis până { $day }.
tag-open = Deschis
tag-soon = În curând
tag-closed = Închis
card-until = Până { $day }.
card-opens = Se deschide { $day }.
card-closed = S-a închis { $day }.
how-title = Cum funcționează
how-ask = Noi întrebăm
how-ask-words = Câteva întrebări, puse în cuvinte pe înțelesul dumneavoastră. Puteți sări peste oricare. Nu vă dați numele.
how-say = Dumneavoastră spuneți
how-say-words = Un cuvânt sau multe, cu vorbele dumneavoastră. Primiți un cod, ca să vă puteți vedea sau șterge răspunsurile mai târziu.
how-read = Noi citim
how-read-words = Ce spun oamenii se numără după subiect și loc. Numerele mici nu se arată, ca nimeni să nu poată fi recunoscut.
talking-title = Cine vorbește
talking-words = Fiecare formă reprezintă oameni care răspund din același punct de vedere. O veți vedea lângă ce au spus ei.

## The first page of a consultation

start = Începeți
start-again = Începeți din nou
start-go-on = Continuați de unde ați rămas
start-safe = Dacă nu vreți să știe nimeni că ați fost aici:
start-safe-words = „Ieși din această pagină”, de sus, vă duce imediat la starea vremii. Uită ce ați scris și nu ați trimis. Adresa rămâne în istoricul acestui browser, așa că ștergeți-l și pe acela.
start-who = Cine întreabă
start-why = De ce
start-undecided = Ce nu s-a hotărât încă
happens-title = Ce se întâmplă cu ce spuneți
information-title = Datele dumneavoastră
    .child = Datele tale
information-name = Nu vă cerem numele, adresa sau școala. Vă rugăm să nu le scrieți nici în răspunsuri.
information-skip = Puteți sări peste orice întrebare. Vă puteți opri oricând.
information-kept = Ce scrieți se păstrează pe calculatorul nostru cât timp răspundeți. Se numără doar dacă trimiteți.
information-code = La sfârșit primiți un cod. Cu el vă puteți vedea sau șterge răspunsurile.
information-full = Totul despre datele dumneavoastră
    .child = Totul despre datele tale

## Who are you?

who-title = Cine sunteți?
who-hint = Alegeți ce vi se potrivește cel mai bine astăzi.
who-missing = Alegeți cine sunteți, ca să putem întreba cu vorbele potrivite
continue = Continuați

## A question

question-at = Întrebarea { $at } din { $of }
nobody-reads = Nimeni nu citește asta imediat.
note = Nu vă putem găsi decât dacă ne spuneți cine sunteți. Dacă ne spuneți și cineva este în pericol, trebuie să anunțăm pe cineva.
    .child = Nu te putem găsi decât dacă ne spui cine ești. Dacă ne spui și ești în pericol, trebuie să anunțăm pe cineva.
leave-out = Vă rugăm să nu scrieți nume, adrese sau școli.
    .child = Te rugăm să nu scrii nume, adresa ta sau școala ta.
next = Continuați
    .child = Mai departe
skip = Săriți peste aceasta
    .child = Sari peste aceasta
save = Salvați
    .child = Salvează
somewhere-else = În altă parte
not-sure = Nu știu sigur
not-stored = Nu am putut păstra răspunsul în acest moment. Este încă aici: așteptați câteva secunde și trimiteți-l din nou
    .child = Nu am putut păstra răspunsul tău acum. Este încă aici: așteaptă câteva secunde și trimite-l din nou
# Fără substantiv numărat: după numere mari forma cu „de” ar trebui aleasă după ultimele două cifre.
too-long = Numărul de caractere din răspuns: { $characters }. Cel mult pot fi { $most }. De șters: { $over }. Nu s-a pierdut nimic
not-an-option = Alegeți una dintre acestea sau săriți peste întrebare
    .child = Alege una dintre acestea sau sari peste întrebare

## Check answers

check-title = Verificați răspunsurile înainte de a le trimite
    .child = Uită-te la ce ai spus
check-before = Nu s-a trimis încă nimic. Schimbați orice vreți sau lăsați deoparte.
    .child = Nu s-a trimis încă nimic. Poți schimba orice.
check-send = Trimit răspunsurile mele
check-happens = Ce se întâmplă când trimiteți
    .child = Când trimiți
check-read = Răspunsurile dumneavoastră se citesc și se numără împreună cu ale celorlalți.
    .child = Adulții citesc ce au spus toți și numără.
check-hidden = Un calculator ascunde numele și adresele cât poate de bine înainte să vă citească cineva răspunsurile. Vă rugăm să nu le scrieți.
    .child = Un calculator ascunde numele și adresele cât poate de bine.
check-quoted = Cuvintele dumneavoastră pot fi citate, dar niciodată cu ceva care arată cine sunteți.
    .child = Cuvintele tale pot fi arătate altora. Nu se arată niciodată cine ești.
check-code = Primiți un cod, ca să vă puteți vedea sau șterge răspunsurile.
    .child = Primești un cod. Cu el îți poți vedea sau șterge răspunsurile.
check-who = Cine sunteți
    .child = Cine ești
check-change = Schimbați
    .child = Schimbă
check-change-who = : cine sunteți
    .child = : cine ești
check-answer = Răspundeți
    .child = Răspunde
check-skipped = Fără răspuns. Nu e nicio problemă.

## When there is no draft to go on with, or the consultation is shut

lost-title = Am pierdut locul unde erați
lost-words = Nu s-a trimis nimic. Vă rugăm să începeți din nou.
lost-wrote = Aceasta este ce ați scris
copy-words = Puteți copia de aici.
lost-why = De ce se întâmplă
lost-closed = Browserul a fost închis sau altcineva a început să răspundă în el.
lost-exit = Ați folosit „Ieși din această pagină”, care uită ce nu s-a trimis.
lost-cookie = Browserul nu păstrează cookie-uri. Avem nevoie de unul ca să ținem răspunsurile laolaltă. El vă uită când închideți browserul.
shut-opens = Se deschide { $day }.
shut-opens-words = Reveniți atunci. Rămâne deschis până { $day }.
shut-closed = S-a închis { $day }.
shut-closed-words = Nu se mai primesc răspunsuri.
shut-not-sent = Ce ați scris nu a fost trimis
shut-about = Despre ce este vorba
shut-happens = Ce se întâmplă cu ce spun oamenii
shut-erase = Dacă ați răspuns, puteți în continuare { $link } cu codul primit.
shut-erase-link = să vă vedeți sau să vă ștergeți răspunsurile

## After sending

thanks-tab = Vă mulțumim. Răspunsurile au ajuns
    .child = Îți mulțumim. Răspunsurile au ajuns
thanks-title = Vă mulțumim. Răspunsurile au ajuns.
    .child = Îți mulțumim. Răspunsurile au ajuns.
thanks-words = Sunt păstrate și vor fi citite și numărate împreună cu ale celorlalți.
    .child = Ce ai spus este în siguranță la noi. Va fi citit.
thanks-code = Păstrați acest cod
    .child = Păstrează acest cod
thanks-code-words = Este singurul mod de a vă vedea sau șterge răspunsurile. Nu știm care răspunsuri sunt ale dumneavoastră, așa că nu putem trimite codul din nou.
    .child = Cu acest cod îți poți vedea din nou răspunsurile sau le poți șterge. Un adult te poate ajuta să îl păstrezi.
thanks-file = Salvați într-un fișier
    .child = Salvează într-un fișier
thanks-or = sau tipăriți pagina, sau scrieți codul pe hârtie.
    .child = sau tipărește pagina, sau scrie codul pe hârtie.
thanks-next = Ce urmează
thanks-today = Astăzi
thanks-today-words = răspunsurile au fost păstrate.
thanks-until = Până { $day }
thanks-until-words = răspund alți oameni.
thanks-after = După aceea
thanks-after-words = totul se citește și se numără. { $organisation } spune ce au zis oamenii, ce s-a hotărât datorită lor, ce nu s-a făcut și de ce.
thanks-happens = Tot ce se întâmplă cu ce spuneți
    .child = Tot ce se întâmplă cu ce spui
thanks-shared = Mai folosește cineva acest calculator sau telefon?
thanks-shared-words = Încheiați aici, ca următoarea persoană să nu vă vadă codul.
    .child = Încheie aici, ca următoarea persoană să nu îți vadă codul.
thanks-finish = Încheiați
    .child = Încheie
file-code = Codul dumneavoastră:
file-use = Cu el vă puteți vedea sau șterge răspunsurile.
file-use-at = Cu el vă puteți vedea sau șterge răspunsurile la { $website }
file-nobody = Nimeni nu vi-l poate trimite din nou.

## See or erase your answers

receipt-title = Vedeți sau ștergeți răspunsurile
receipt-code = Codul dumneavoastră
receipt-hint = L-ați primit când ați trimis răspunsurile. Are 26 de litere și cifre. Majusculele, spațiile și liniuțele nu contează.
receipt-see = Arată răspunsurile mele
receipt-lost = Dacă ați pierdut codul
receipt-lost-words = Nu știm care răspunsuri sunt ale dumneavoastră, așa că nu le putem găsi, și nici altcineva nu poate.
receipt-missing = Scrieți codul
receipt-unknown = Nu avem răspunsuri cu acest cod. Verificați să nu fie vreo greșeală. Dacă le-ați șters înainte, nu mai sunt
kept-title = Răspunsurile dumneavoastră
kept-sure = Ștergeți răspunsurile pentru totdeauna?
kept-sent = Trimis { $day }.
kept-warning = Ce ați spus dispare din baza de date și din orice numărătoare de acum înainte. Nu se mai poate reveni.
kept-yes = Da, șterg răspunsurile mele
kept-no = Nu, le păstrez
kept-skipped = Fără răspuns.
kept-erase = Șterg răspunsurile mele
erased-title = Răspunsurile dumneavoastră sunt șterse
erased-words = Au dispărut din baza de date și din orice numărătoare de acum înainte.
see-asked = Vedeți ce se întreabă acum

## Who to talk to

help-danger = Dacă dumneavoastră sau altcineva este acum în pericol, sunați la { $phone }.
help-not-read = Nimeni nu citește imediat ce scrieți aici. Nu vă putem găsi. Dacă aveți nevoie de cineva, vă rugăm să vorbiți cu cineva.
help-people = Oameni care ascultă

## Ask or complain

complain-title = Întrebări și plângeri
complain-may = Puteți întreba orice despre ce se întreabă aici, cum se folosesc răspunsurile sau ce s-a făcut cu ele. Puteți face o plângere. Un adult o poate face pentru dumneavoastră.
complain-first = Mai întâi, la cei care întreabă
complain-nobody = Scrieți celor care administrează acest site.
complain-touch = Luați legătura cu ei în orice fel doriți. Spuneți că este vorba despre o consultare pe Heard:
complain-code = Nu trebuie să spuneți ce ați răspuns. Dacă vreți să se facă ceva cu răspunsurile, veți avea nevoie de cod; { $link }.
complain-code-link = le puteți șterge și dumneavoastră
complain-data = Despre datele dumneavoastră
complain-data-words = Cereți să vorbiți cu responsabilul lor cu protecția datelor. Dacă răspunsul nu este bun, mergeți la autoritatea britanică Information Commissioner: { $link }, { $phone }.
complain-council = Despre o primărie sau un consiliu
complain-council-words = Mai întâi consiliul dă ultimul răspuns. Apoi puteți merge la Local Government and Social Care Ombudsman: { $link }, { $phone }.
complain-danger = Dacă cineva este în pericol
complain-danger-words = Nu așteptați un răspuns.

## Your information

privacy-title = Datele dumneavoastră
    .child = Datele tale
privacy-easy = Datele dumneavoastră în cuvinte ușoare
    .child = Datele tale în cuvinte ușoare
privacy-short = Pe scurt
    .child = Cel mai important
privacy-short-who = Nu vă întrebăm cine sunteți și nu vrem să știm.
    .child = Nu te întrebăm cine ești. Nu vrem să știm.
privacy-short-keep = Păstrăm ce scrieți, ca oamenii să poată citi și număra.
    .child = Păstrăm ce scrii. Oamenii citesc și numără.
privacy-short-little = Puteți spune oricât de puțin vreți.
    .child = Poți spune oricât de puțin vrei.
privacy-short-code = Cu codul vă puteți vedea răspunsurile sau le puteți șterge.
    .child = La sfârșit primești un cod. Cu el îți poți vedea răspunsurile sau le poți șterge.
privacy-steps = Unde ajung cuvintele dumneavoastră
    .child = Unde ajung cuvintele tale
privacy-step-write = Dumneavoastră răspundeți.
    .child = Tu scrii.
privacy-step-keep = Calculatorul nostru păstrează răspunsurile și ascunde numele.
    .child = Calculatorul nostru păstrează cuvintele tale. Ascunde numele.
privacy-step-read = Le citesc angajații.
    .child = Oamenii citesc cuvintele tale.
privacy-step-report = Un raport arată în numere ce au spus oamenii.
    .child = Facem un raport cu numere.
privacy-who = Cine le păstrează
    .child = Cine îți păstrează cuvintele
privacy-who-nobody = Cei care administrează acest site.
    .child = Oamenii care se ocupă de acest site.
privacy-who-words = Ei hotărăsc ce se întreabă și răspund în fața dumneavoastră pentru ce se păstrează.
    .child = Ei aleg ce să întrebe. Ei trebuie să aibă grijă de ce le spui.
privacy-what = Ce se păstrează
    .child = Ce păstrăm
privacy-what-wrote = Ce ați scris și ați ales, și la ce sondaj ați răspuns.
    .child = Ce ai scris, ce ai ales și care au fost întrebările.
privacy-what-as = Dacă ați răspuns în calitate de copil, părinte și așa mai departe, și districtul ales.
    .child = Dacă ești copil, părinte sau altcineva. Și locul pe care l-ai ales.
privacy-what-day = Limba paginii și ziua în care ați trimis. Nu și ora.
    .child = Limba paginii și ziua în care ai trimis. Nu și ora.
privacy-what-code = O formă amestecată a codului. Din ea nu se poate reface codul.
    .child = Codul tău, tot amestecat. Nimeni nu îl poate face la loc.
privacy-what-campaign = Dacă ați venit prin linkul unei campanii, numele campaniei. Nu și locul în care l-ați găsit.
    .child = Dacă te-a adus aici afișul unei campanii, numele campaniei. Nu și locul în care l-ai văzut.
privacy-not = Nu se păstrează cu răspunsurile: numele, adresa, aparatul dumneavoastră sau adresa lui de internet.
    .child = Cu răspunsurile tale nu păstrăm numele sau adresa ta. Nu păstrăm ce telefon sau calculator ai folosit, nici numărul lui pe internet.
privacy-while = Cât timp răspundeți
    .child = Cât timp răspunzi
privacy-while-words = Răspunsurile se păstrează pe calculatorul nostru până le trimiteți, ca să nu se piardă nimic dacă se închide pagina.
    .child = Păstrăm răspunsurile pe calculatorul nostru până le trimiți. Dacă se închide pagina, nu se pierd.
privacy-while-cookie = Browserul ține un cookie, un număr lung la întâmplare, care leagă paginile dumneavoastră. El dispare când închideți browserul sau alegeți „Ieși din această pagină”.
    .child = Browserul tău ține pentru noi un cookie. Este un număr lung. Ne spune care pagini merg împreună. Dispare când închizi browserul sau apeși „Ieși din această pagină”.
privacy-while-unsent = Ce nu s-a trimis nu se citește și nu se numără, și se șterge după aproximativ o lună, sau imediat când alegeți „Ieși din această pagină”.
    .child = Dacă nu trimiți răspunsurile, nimeni nu le citește și nu le numără. Le ștergem după vreo lună. Dacă apeși „Ieși din această pagină”, dispar imediat.
privacy-while-language = Dacă alegeți o limbă, un al doilea cookie ține numele ei și nimic altceva. Dispare în același fel.
    .child = Dacă alegi o limbă, încă un cookie ține numele ei. Nu ține nimic altceva. Dispare la fel.
privacy-why = De ce este permis
    .child = De ce avem voie
privacy-why-words = A întreba oamenii înainte de a hotărî face parte din munca unei instituții publice, după lege („public task”, sarcină publică). Nu se bazează pe acordul dumneavoastră, așa că nu aveți nimic de bifat și nu trebuie niciodată să răspundeți.
    .child = Legea le dă unor oameni o treabă de făcut pentru noi toți, cum ar fi grija pentru școli și parcuri. Înainte să aleagă ce fac, ei întreabă oamenii. Întrebatul face parte din treaba lor. În lege, asta se numește „sarcină publică” (public task). De aceea nu trebuie să bifezi că ești de acord. Și nu trebuie niciodată să răspunzi.
privacy-sees = Cine le vede
    .child = Cine îți vede cuvintele
privacy-sees-staff = Angajații care lucrează la consultare citesc răspunsurile, cu numele, adresele, numerele de telefon și altele asemenea ascunse atât cât poate un calculator.
    .child = Cei care lucrează la asta citesc cuvintele tale. Mai întâi, un calculator ascunde nume, adrese și numere de telefon. Face asta cât poate de bine.
privacy-sees-server = Cei câțiva care au grijă de calculatorul însuși pot vedea răspunsurile așa cum au fost scrise.
    .child = Câțiva oameni au grijă de calculatorul nostru. Ei pot vedea cuvintele așa cum le-ai scris.
privacy-sees-published = Se publică numere, niciodată mici, și citate scurte care nu arată cine le-a spus.
    .child = Spunem tuturor câți oameni au spus fiecare lucru. Nu arătăm niciodată numere mici. Putem arăta câteva din cuvintele tale, dar nu și cine le-a spus.
privacy-sees-nobody = Nu se vinde nimic, nu le vede niciun agent de publicitate, iar acest site nu cere nimic de la altcineva.
    .child = Nu îți vindem cuvintele. Nu le vede nimeni care face reclame. Acest site nu cere nimic de la alt site.
privacy-risk = Ce ar putea merge rău
    .child = Ce ar putea merge rău
privacy-risk-rare = Ceva rar despre dumneavoastră, împreună cu locul unde locuiți, ar putea arăta cine sunteți. Treceți peste o astfel de întrebare sau alegeți să nu spuneți: amândouă sunt în regulă.
    .child = Ai ceva rar, cum puțini au? Asta și locul unde locuiești ar putea arăta cine ești. Poți trece peste o astfel de întrebare. Sau alege să nu spui. Este în regulă.
privacy-risk-names = Calculatorul care ascunde numele poate scăpa unul. Vă rugăm să nu scrieți nume, adrese sau școli.
    .child = Calculatorul ascunde numele, dar poate scăpa unul. De aceea te rugăm să nu scrii nume, adresa ta sau școala ta.
privacy-risk-code = Cine are codul dumneavoastră vă poate vedea, schimba și șterge răspunsurile.
    .child = Dacă altcineva are codul tău, îți poate vedea răspunsurile. Le poate schimba sau șterge. Arată-l doar cuiva în care ai încredere.
privacy-risk-history = Istoricul acestui browser arată că ați fost aici, chiar și după „Ieși din această pagină”. Dacă vă îngrijorează, folosiți alt telefon sau calculator.
    .child = Acest browser poate arăta că ai fost aici, chiar dacă apeși „Ieși din această pagină”. Dacă te îngrijorează, folosește alt telefon sau calculator.
privacy-danger = Dacă sunteți în pericol
    .child = Dacă ești în pericol
privacy-danger-now = Dacă dumneavoastră sau altcineva este acum în pericol, sunați la { $phone }.
    .child = Ești în pericol acum? Sună la { $phone }.
privacy-danger-words = Nimeni nu citește răspunsurile imediat și nu vă putem găsi decât dacă ne spuneți cine sunteți. Dacă ne spuneți, și dumneavoastră sau altcineva este în pericol, trebuie să anunțăm pe cineva care poate ajuta.
    .child = Nimeni nu citește imediat cuvintele tale. Nu te putem găsi decât dacă ne spui cine ești. Dacă ne spui, și tu sau altcineva este în pericol, trebuie să spunem cuiva care poate ajuta.
privacy-do = Ce puteți face
    .child = Ce poți face
privacy-do-erase = { $link } cu codul primit. Răspunsurile șterse dispar din baza de date, din căutare și din orice numărătoare făcută după aceea, iar citatele din ele dispar de pe paginile noastre. Cifrele publicate înainte rămân cum au fost.
    .child = { $link } cu codul tău. Dacă le ștergi, nu mai sunt și nu le mai numărăm. Dacă vorbele tale erau pe o pagină de-a noastră, le scoatem. Numerele spuse oamenilor înainte rămân.
privacy-do-change = Cu codul le puteți și schimba, până se închide sondajul.
    .child = Cu codul îți poți și schimba răspunsurile, până în ultima zi.
privacy-do-ask = { $link }: dacă vreți să știți mai mult sau ceva nu este în regulă.
    .child = { $link }: dacă vrei să știi mai mult sau ceva nu este în regulă. O poate face pentru tine cineva în care ai încredere.

## Accessibility

accessibility-title = Accesibilitate
accessibility-want = Vrem ca oricine este întrebat să poată răspunde.
accessibility-can = Ce puteți face aici
accessibility-can-keyboard = Să folosiți doar tastatura și să vedeți unde sunteți.
accessibility-can-large = Să măriți totul de patru ori sau să folosiți un telefon îngust, fără să derulați în lateral.
accessibility-can-dark = Să alegeți pagini întunecate sau culorile dumneavoastră din setările aparatului.
accessibility-can-scripts = Să răspundeți fără JavaScript.
accessibility-can-long = Să răspundeți oricât de încet vreți. Dacă vă opriți, puteți salva și reveni cu un cod: ce ați spus se păstrează 30 de zile.
accessibility-can-print = Să tipăriți orice pagină sau să tipăriți întrebările și să răspundeți pe hârtie.
accessibility-can-easy = Să citiți întrebările în varianta ușor de citit, cu propoziții mai scurte și litere mai mari, acolo unde sondajul o are. Copiii au pagini în cuvintele lor, cu imagini.
accessibility-can-listen = Să ascultați o întrebare citită cu voce tare, dacă browserul are o voce pentru limba ei.
accessibility-checked = Ce am verificat
accessibility-checked-words = Ne dorim să respectăm WCAG 2.2, nivelul AA. La fiecare schimbare, un program (axe) verifică pagini de toate felurile la lățimea unui telefon și a unui birou, iar drumul de la prima la ultima pagină este parcurs într-un browser cu și fără JavaScript.
accessibility-bad = Ce nu este încă bine
accessibility-bad-readers = Aceste pagini nu au fost încercate cu cititoare de ecran de oameni care le folosesc zilnic.
accessibility-bad-children = Nu au fost încercate cu copii sau cu oameni care citesc greu.
accessibility-bad-browser = Au fost încercate într-un singur browser, Chromium, și nu pe telefoane adevărate.
accessibility-bad-easy = Nu există limba semnelor britanică. Numai întrebările și pagina despre datele dumneavoastră sunt în cuvinte ușoare. Nu orice pagină poate fi ascultată: nu și cea care arată toate răspunsurile.
accessibility-bad-languages = Cuvintele acestor pagini în galeză, polonă, română și urdu nu au fost citite de vorbitori ai acestor limbi. Întrebările pot fi în mai puține limbi.
accessibility-bad-program = Un program găsește mai puțin de jumătate din ce îi încurcă pe oameni. Sunt și lucruri pe care nu le știm.
accessibility-way = Dacă vă încurcă ceva
accessibility-way-words = { $link }. Puteți răspunde și altfel: cereți hârtie sau rugați pe cineva să scrie pentru dumneavoastră.
accessibility-way-link = Spuneți-ne
accessibility-unhappy = Dacă răspunsul nostru nu vă mulțumește, puteți merge la { $link }.

## When something did not work

error-not-found = Nu găsim această pagină
error-not-found-words = Poate că adresa este greșită sau ce era aici s-a încheiat.
error-consultation = Nu găsim această consultare
error-consultation-words = La această adresă nu se întreabă nimic. Verificați să nu fie vreo greșeală sau vedeți ce se întreabă acum.
error-foreign = Nu am primit acest formular
error-foreign-words = A venit de pe alt site, așa că nu am făcut nimic cu el.
error-foreign-do = Deschideți pagina aici și trimiteți-l din nou.
error-unreadable = Nu am putut citi acest formular
error-unreadable-words = Ce a ajuns nu este un formular de pe paginile noastre. Mergeți înapoi și trimiteți-l din nou.
error-too-large = Este prea lung
error-too-large-words = Ce ați trimis este mai lung decât putem primi: cam o mie de pagini.
error-too-large-do = Mergeți înapoi; cuvintele ar trebui să fie încă acolo. Scurtați-le și trimiteți-le din nou.
error-too-slow = Nu a ajuns
error-too-slow-words = Legătura este prea lentă sau s-a întrerupt. Nu s-a păstrat nimic. Mergeți înapoi și trimiteți din nou.
error-busy = Prea multe deodată
error-busy-words = Mulți oameni răspund în acest moment. Nimic nu s-a păstrat pe jumătate.
error-busy-do = Așteptați câteva secunde, mergeți înapoi și trimiteți din nou. Cuvintele ar trebui să fie încă acolo.
error-broken = Ne pare rău, s-a stricat ceva
error-broken-words = Este vina noastră, nu a dumneavoastră. Am notat ce s-a întâmplat.
error-broken-do = Mergeți înapoi și încercați din nou peste un minut. Dacă trimiteați ceva, cuvintele ar trebui să fie încă acolo.
error-method = Aici nu merge așa
error-method-words = Pagina aceea nu se folosește în acest fel. Deschideți-o prin linkul ei.
error-back-to-answers = Înapoi la răspunsuri: sunt păstrate

## Mai multe feluri de întrebări

about-you-at = Despre dumneavoastră, { $at } din { $of }
    .child = Despre tine, { $at } din { $of }
pick-all = Alegeți tot ce se potrivește.
    .child = Alege tot ce se potrivește.
pick-up-to = Alegeți cel mult { $most }.
    .child = Alege cel mult { $most }.
pick-exactly = Alegeți { $most }.
    .child = Alege { $most }.
pick-between = Alegeți între { $least } și { $most }.
    .child = Alege între { $least } și { $most }.
too-many = Ați ales { $picked }. Renunțați la { $over }, ca să rămână { $most }
    .child = Ai ales { $picked }. Renunță la { $over }, ca să rămână { $most }
too-few = Ați ales { $picked }. Mai alegeți { $more } sau săriți peste aceasta
    .child = Ai ales { $picked }. Mai alege { $more } sau sari peste aceasta
none-beside = Ați ales „{ $option }” și încă ceva. Păstrați numai asta sau numai celelalte
    .child = Ai ales „{ $option }” și încă ceva. Păstrează numai asta sau numai celelalte
rank-rule =
    { $places ->
        [one] Alegeți ce contează cel mai mult.
        [few] Alegeți cel mult { $places }, ce contează cel mai mult primul.
       *[other] Alegeți cel mult { $places }, ce contează cel mai mult primul.
    }
rank-empty = Nimic aici
rank-first = Primul
rank-second = Al doilea
rank-third = Al treilea
rank-place = Locul { $place }
ranked-twice = „{ $option }” apare în două locuri. Păstrați-l în unul singur
    .child = „{ $option }” apare în două locuri. Păstrează-l în unul singur
not-a-number = Scrieți un număr întreg de la { $least } la { $most } sau săriți peste aceasta
    .child = Scrie un număr întreg de la { $least } la { $most } sau sari peste aceasta
postcode-label = Nu știți sigur? Scrieți codul poștal
    .child = Nu știi sigur? Scrie codul poștal
postcode-hint = Căutăm districtul și uităm codul poștal imediat.
postcode-empty = Scrieți codul poștal sau alegeți din listă
postcode-first-part-only = Aceasta este numai prima parte. Scrieți tot codul poștal sau alegeți din listă
postcode-not-a-postcode = Un cod poștal nu se scrie așa. Verificați-l sau alegeți din listă
postcode-not-known = Nu cunoaștem acest cod poștal. Verificați-l sau alegeți din listă
postcode-ended = Acest cod poștal nu mai este folosit. Alegeți din listă
postcode-without-district = Nu știm în ce district este acest cod poștal. Alegeți din listă
easy-read-on = Ușor de citit
easy-read-off = Renunță la „ușor de citit”
after-sensitive = Dacă întrebarea v-a răscolit, puteți vorbi cu cineva acum.
    .child = A fost o întrebare grea. Dacă te întristează sau te sperie ceva, spune-i unui adult în care ai încredere.

## Întrebări despre persoană

equality-title = Câteva întrebări despre dumneavoastră?
    .child = Câteva întrebări despre tine?
equality-why = Ne arată pe cine nu am auzit încă și cui îi este mai greu. Nu este obligatoriu: răspunsurile contează la fel.
    .child = Ne arată pe ce copii nu i-am auzit încă. Nu trebuie să răspunzi. Răspunsurile tale contează la fel.
equality-rare = Într-un loc mic, un răspuns neobișnuit poate arăta cine este cineva. Puteți sări peste oricare sau puteți alege „Prefer să nu spun”.
    .child = Poți sări peste oricare.
equality-yes =
    { $count ->
        [one] Da, o întrebare
        [few] Da, { $count } întrebări
       *[other] Da, { $count } de întrebări
    }
equality-no = Nu, trimite răspunsurile așa cum sunt
equality-missing = Alegeți da sau nu
    .child = Alege da sau nu
send-title = Trimiteți răspunsurile
    .child = Trimite răspunsurile
send-words = Asta a fost tot. Încă nu s-a trimis nimic.
send-look = Vedeți din nou toate răspunsurile
    .child = Vezi din nou toate răspunsurile

## Citire cu voce tare și ieșire imediată

listen = Citește-mi
listen-stop = Oprește citirea
safety-title = Cum ieșiți imediat din aceste pagini
    .child = Cum ieși imediat din aceste pagini
safety-button = Butonul de ieșire este sus pe fiecare pagină. Vă duce la o pagină cu vremea și uită ce ați scris și nu ați trimis.
    .child = Butonul de ieșire este sus pe fiecare pagină. Te duce la o pagină cu vremea și uită ce ai scris și nu ai trimis.
safety-keys = Pe tastatură puteți apăsa și tasta Shift de trei ori.
    .child = Pe tastatură poți apăsa și tasta Shift de trei ori.
safety-history = Nu poate șterge istoricul acestui browser. Cine se uită acolo poate vedea că ați fost aici. Dacă vă îngrijorează, folosiți alt telefon sau calculator.
    .child = Nu poate șterge istoricul acestui browser. Cine se uită acolo poate vedea că ai fost aici. Dacă te îngrijorează, folosește alt telefon sau calculator.
safety-try = Puteți încerca acum. Apoi reveniți și mergeți mai departe.
    .child = Poți încerca acum. Apoi revino și mergi mai departe.

## Stopping half-way and coming back

later-button = Salvați și reveniți mai târziu
    .child = Oprește-te aici și revino mai târziu
later-title = Puteți reveni mai târziu
    .child = Poți reveni mai târziu
later-kept = Ce ați spus este păstrat. Nu s-a trimis nimic.
    .child = Ce ai spus este păstrat. Nu s-a trimis nimic.
later-code = Codul dumneavoastră de revenire
    .child = Codul tău de revenire
later-code-words = Scrieți-l pe hârtie sau fotografiați-l. Cu el puteți continua, aici sau pe alt telefon sau calculator. Cine îl are poate citi ce ați spus.
    .child = Scrie-l pe hârtie. Cu el poți continua mai târziu, aici sau în altă parte. Arată-l doar cuiva în care ai încredere.
later-how = Ca să continuați, deschideți „{ $link }” și scrieți codul.
    .child = Ca să continui, deschide „{ $link }” și scrie codul.
later-until = Răspunsurile se păstrează 30 de zile de când ați continuat ultima dată. Le puteți trimite până { $day }.
    .child = Răspunsurile se păstrează 30 de zile de când ai continuat ultima dată. Le poți trimite până { $day }.
later-exit = „Ieși din această pagină” le șterge imediat. Codul nu mai deschide apoi nimic.
later-go-on = Continuați acum
    .child = Continuă acum
later-forget-words = Ștergeți codul de pe acest dispozitiv, ca următoarea persoană să nu vă vadă răspunsurile. Răspunsurile rămân păstrate sub cod.
    .child = Șterge codul de pe acest dispozitiv, ca următoarea persoană să nu îți vadă răspunsurile. Păstrează-ți codul!
later-forget = Uită-l pe acest dispozitiv
come-back-title = Continuați de unde v-ați oprit
    .child = Continuă de unde te-ai oprit
come-back-hint = L-ați primit când v-ați oprit. Începe cu P și are 28 de litere și cifre. Majusculele, spațiile și liniuțele nu contează.
come-back-go = Mai departe
come-back-unknown = Sub acest cod nu este păstrat nimic. Verificați să nu fie vreo greșeală. Răspunsurile cu care nimeni nu a continuat timp de 30 de zile se șterg
come-back-receipt = Acesta este codul unor răspunsuri trimise. Folosiți-l la „Vedeți sau ștergeți răspunsurile”
come-back-lost = Nu știm care răspunsuri sunt ale dumneavoastră, așa că nu le putem găsi. Puteți începe din nou.
start-code = Am un cod ca să continui de unde m-am oprit
privacy-while-code = Dacă salvați și reveniți mai târziu, primiți acel număr sub formă de cod. Cine îl are poate continua cu răspunsurile dumneavoastră.
    .child = Dacă te oprești și revii mai târziu, primești acel număr lung sub formă de cod. Dacă îl are altcineva, poate continua cu răspunsurile tale.

## Changing answers that were sent

receipt-place = Acesta este codul unor răspunsuri netrimise. Folosiți-l la „Continuați de unde v-ați oprit”
kept-until = Le puteți schimba până { $day }. Codul rămâne același.
kept-change = Schimb răspunsurile mele
check-correcting = Schimbați răspunsuri trimise mai demult. Până trimiteți, cele vechi rămân cum erau.
    .child = Schimbi răspunsuri trimise mai demult. Până trimiți, rămân cele vechi.
thanks-code-same = Codul pe care îl aveați funcționează în continuare.
    .child = Codul pe care îl aveai funcționează în continuare.
gone-title = Aceste răspunsuri au fost șterse
gone-words = Au fost șterse cu codul lor înainte să trimiteți schimbările. Ce este șters rămâne șters, așa că nici schimbările nu au fost păstrate.

## On paper

paper-title = Răspundeți pe hârtie
    .child = Răspunde pe hârtie
paper-choose = Alegeți cine va completa foaia și în ce limbă. Apoi tipăriți pagina.
paper-print = Tipăriți această pagină cu comanda de tipărire a browserului.
paper-other = Alte variante
paper-number = Numărul acestei foi
paper-number-hint = Lăsați gol: este pentru cine transcrie foaia.
    .child = Lasă gol: este pentru cine transcrie foaia.
paper-fill = Scrieți cu un pix închis la culoare. Puteți sări peste orice întrebare.
    .child = Scrie cu un pix închis la culoare. Poți sări peste orice întrebare.
paper-no-code = Hârtia nu are cod: după ce este transcrisă, nimeni nu o mai poate găsi ca să o arate, să o schimbe sau să o șteargă.
paper-one = Bifați o singură casetă.
    .child = Bifează o singură casetă.
paper-rank = Scrieți 1 în caseta celei mai importante, apoi 2 și tot așa, până la { $places }.
    .child = Scrie 1 în caseta celei mai importante, apoi 2 și tot așa, până la { $places }.
paper-between = Un număr întreg de la { $least } la { $most }.
paper-if = Răspundeți aici dacă ați bifat { $options } la întrebarea { $question }.
    .child = Răspunde aici dacă ai bifat { $options } la întrebarea { $question }.
paper-if-answered = Răspundeți aici dacă ați scris ceva la întrebarea { $question }.
    .child = Răspunde aici dacă ai scris ceva la întrebarea { $question }.
paper-if-between = Răspundeți aici dacă ați scris un număr de la { $least } la { $most } la întrebarea { $question }.
    .child = Răspunde aici dacă ai scris un număr de la { $least } la { $most } la întrebarea { $question }.
paper-done = Când ați terminat
    .child = Când ai terminat
paper-hand-in = Dați foaia celui de la care ați primit-o sau trimiteți-o la { $organisation }, ca să ajungă până { $day }.
    .child = Dă foaia celui de la care ai primit-o sau trimite-o la { $organisation }, ca să ajungă până { $day }.
paper-typed = Două persoane o transcriu, fiecare fără să vadă ce a scris cealaltă, ca să se găsească greșelile.

## Classes, groups and places

number = { $count }
number-hidden = ascuns
number-hidden-words = : un număr mic, ținut secret. Nu îl citiți ca zero.
qr-alt = Cod QR pentru { $address }
way-counted = Numărăm câți oameni încep și trimit de aici. Nu notăm niciodată cine.
group-title = Răspundeți împreună cu o clasă sau un grup
group-intro = Pentru profesori, lucrători de tineret și oricine adună oameni. Primiți un cod scurt de arătat. Fiecare îl scrie și răspunde separat. Nu aveți nevoie de cont.
group-name = Cum numiți clasa sau grupul?
group-name-hint = Ca să îl recunoașteți, de exemplu „Clasa a VI-a, marți”. Îl vede oricine are codul. Vă rugăm să nu folosiți numele nimănui.
group-headcount = Câți oameni sunt astăzi?
group-headcount-hint = Păstrăm numărul și nimic despre cine sunt.
group-perspective = Cine sunt ei?
group-perspective-hint = Dacă toți răspund ca unul dintre aceștia, nu sunt întrebați cine sunt.
group-each = Să spună fiecare
group-device = Pe ce răspund?
group-own = Câte un aparat fiecare
group-shared = Un singur aparat, pe rând
group-shared-hint = Aparatul uită fiecare om înainte să înceapă următorul.
group-start = Primiți codul
group-name-missing = Scrieți cum numiți clasa sau grupul
group-name-long = Scurtați numele. Numărul maxim de caractere: { $most }
group-headcount-wrong = Scrieți câți oameni sunt: un număr întreg de la 1 la { $most }
group-ready = { $name }: codul dumneavoastră
group-go = Deschideți { $address } și scrieți acest cod:
group-scan = Sau scanați aceasta cu o cameră:
group-until = Codul funcționează până { $day }.
group-return = Reveniți aici ca să vedeți câți au răspuns: { $address }
group-turnout = Câți au luat parte
group-in = În grup
group-came = Au început
group-sent = Și-au trimis răspunsurile
group-rounded = Ce numărăm este rotunjit la cel mai apropiat multiplu de { $rounding }. Sub { $threshold } este ascuns, ca nimeni să nu poată fi recunoscut. Reîncărcați pagina ca să numărăm din nou.
group-run = Cum se desfășoară
group-time = Adăugați cinci minute pentru împărțirea aparatelor și scrierea codului.
group-read = Citiți mai întâi dumneavoastră întrebările, ca niciuna să nu vă surprindă.
group-look = Lăsați oamenii să stea astfel încât nimeni să nu vadă ecranul altuia și nu vă uitați nici dumneavoastră la ecrane. Dacă cineva vrea ajutor la citit, citiți întrebarea cu voce tare și întoarceți privirea cât răspunde.
group-pass = Fiecare apasă „Următoarea persoană” după ce trimite și abia apoi dă aparatul mai departe. Dacă cineva se oprește la jumătate, scrieți codul din nou: ce a scris dispare atunci de pe aparat.
group-say = Ce să spuneți la început
group-say-free = „Nu sunteți obligați să faceți asta. Puteți sări peste orice întrebare și vă puteți opri.”
group-say-test = „Nu este un test. Nu există răspunsuri greșite.”
group-say-who = „Nimeni nu va ști ce ați spus. Nici eu. Nu scrieți nume.”
group-say-code = „La sfârșit primiți un cod lung. Este numai pentru voi. Cu el puteți vedea sau șterge ce ați spus.”
group-safe = Dacă ceva vă îngrijorează
group-safe-words = Nimeni nu citește răspunsurile imediat și nimeni nu poate spune ale cui sunt. Ce se scrie aici nu a fost anunțat nimănui.
group-safe-do = Dacă cineva vă spune sau vă arată că nu este în siguranță, urmați chiar azi regulile dumneavoastră de protecție a copilului, ca în orice altă zi.
join-title = Scrieți codul
join-hint = Are 6 litere și cifre. Majusculele și spațiile nu contează.
join-unknown = Nu avem acest cod. Verificați să nu fie vreo greșeală sau întrebați cine vi l-a dat
join-link = Am un cod de la o clasă, un grup sau un afiș
error-way-ended = Acest cod nu mai este valabil
error-way-ended-words = Cereți unul nou de la cine vi l-a dat. Puteți răspunde și fără cod.
error-way-without = Răspundeți fără cod
next-title = Înainte să îl dați mai departe
    .child = Înainte să îl dai mai departe
next-words = Vreți să păstrați codul? Scrieți-l acum pe hârtie. Când apăsați butonul, acest aparat uită codul și ce ați spus.
    .child = Vrei să îți păstrezi codul? Scrie-l acum pe hârtie. Când apeși butonul, acest aparat uită codul tău și ce ai spus.
next-person = Următoarea persoană
privacy-while-way = Dacă începeți cu codul unei clase, al unui grup sau al unui loc, numărăm că a mai început o persoană și că a mai trimis una. Răspunsurile nu spun de unde ați venit. Pe un aparat pe care un grup îl folosește pe rând, un cookie ține codul grupului, ca să poată începe următoarea persoană.
    .child = Ai început cu codul unei clase, al unui grup sau al unui loc? Atunci numărăm că a mai început o persoană și că a mai trimis una. Răspunsurile tale nu spun de unde ai venit. Dacă grupul tău are o singură tabletă, un cookie ține codul grupului, ca să poată începe următorul.

# Cererea de a afla ce a ieșit, și scrisorile care o însoțesc.
hear-title = Aflați ce a ieșit din asta
    .child = Află ce s-a întâmplat
hear-off = Acest site nu trimite e-mailuri.
hear-elsewhere = Ce se întâmplă cu ceea ce spun oamenii, pe acest site
hear-intro = { $organisation } vă scrie o singură dată, când poate spune ce au zis oamenii și ce s-a hotărât. Puteți lăsa o adresă indiferent dacă ați răspuns sau nu.
hear-age = Câți ani aveți?
    .child = Câți ani ai?
hear-age-hint = Nu păstrăm acest răspuns.
hear-13 = 13 sau mai mult
hear-under-13 = Mai puțin de 13
hear-age-missing = Spuneți câți ani aveți
    .child = Spune câți ani ai
hear-address = Adresa dumneavoastră de e-mail
hear-address-hint = De exemplu nume@example.org
hear-address-missing = Scrieți adresa dumneavoastră de e-mail
hear-address-wrong = Scrieți o singură adresă de e-mail, de exemplu nume@example.org
hear-send = Anunțați-mă
hear-kept = Ce se întâmplă cu adresa dumneavoastră
hear-kept-apart = Este păstrată separat de toate răspunsurile. Nimeni nu poate vedea din ea cine ce a spus sau dacă ați răspuns.
hear-kept-once = Vă scriem ca să întrebăm dacă este chiar a dumneavoastră. Dacă nu spuneți da în 7 zile, este ștearsă.
hear-kept-long = Este ștearsă imediat ce v-am anunțat, când ne cereți, și oricum după doi ani.
hear-grown-up-title = Întreabă un adult
hear-grown-up-words = Nu ai încă 13 ani, așa că nu primim adresa ta. Un adult care are grijă de tine o poate lăsa pe a lui și îți poate spune.
hear-grown-up-safe = Dacă ai scris o adresă, ea nu este păstrată.
hear-sent-title = Uitați-vă în e-mail
hear-sent-words = Dacă adresa este corectă, o scrisoare de la noi este pe drum. Deschideți linkul din ea ca să spuneți că vreți să aflați.
hear-sent-none = Nu a venit nimic? Uitați-vă în dosarul de mesaje nedorite. Scriem la o adresă cel mult o dată pe zi.
hear-confirm-title = Vreți să aflați ce a ieșit din asta?
hear-confirm-words = Atunci apăsați butonul. Vă scriem o singură dată.
hear-confirm-button = Da, anunțați-mă
hear-confirmed-title = O să primiți vești de la noi
hear-confirmed-words = Scriem o singură dată, când avem ce spune.
hear-leave-title = Nu mai vreți să primiți vești?
hear-leave-words = Apăsați butonul și adresa dumneavoastră este ștearsă.
hear-leave-button = Ștergeți adresa mea
hear-left-title = Nu mai primiți nimic de la noi
hear-left-words = Adresa dumneavoastră este ștearsă din această listă.
hear-gone-title = Acest link nu mai funcționează
hear-gone-words = Are mai mult de 7 zile sau adresa a fost ștearsă.
hear-again = Cereți din nou să aflați
thanks-hear = Doriți să aflați ce a ieșit din asta?
    .child = Vrei să afli ce s-a întâmplat?
thanks-hear-words = Lăsați o adresă de e-mail. Este păstrată separat de răspunsuri și sunteți anunțat o singură dată.
    .child = Un adult poate lăsa o adresă de e-mail. Apoi îți poate spune ce s-a întâmplat.
letter-confirm-subject = Vreți să aflați ce a ieșit din „{ $title }”?
letter-confirm-words = Cineva, probabil dumneavoastră, a cerut ca { $organisation } să scrie la această adresă când poate spune ce a ieșit din „{ $title }”.
letter-confirm-link = Da, scrieți-mi
letter-confirm-else = Dacă nu ați fost dumneavoastră, nu faceți nimic. Adresa este ștearsă după 7 zile și nu mai primiți nimic.
letter-leave = Ștergeți adresa mea acum
letter-told-subject = Ce a ieșit din „{ $title }”
letter-told-words = Ați cerut să aflați ce a ieșit din „{ $title }”. { $organisation } spune acum ce au zis oamenii, ce s-a hotărât datorită lor, ce nu s-a făcut și de ce.
letter-told-foot = Primiți această scrisoare pentru că ați cerut-o. Adresa dumneavoastră este acum ștearsă: nu mai urmează alta. Nimic nu o leagă de vreun răspuns.
letter-program = Această scrisoare a fost trimisă de un program. Nimeni nu citește ce se trimite înapoi, dacă nu este numită o adresă de răspuns.
## Campaigns: the public page, posters, cards and slides
campaign-by = Condusă de { $team }
campaign-so-far = Cât de departe am ajuns
campaign-of = Au participat { $count } persoane. Sperăm să fie { $target }.
campaign-counted = Numărate până ieri.
campaign-few = Abia am început. Sunt încă prea puține persoane pentru a arăta un număr.
campaign-news = Noutăți
campaign-feed = Urmăriți noutățile într-un cititor de fluxuri
campaign-over = Această campanie s-a încheiat. Mulțumim tuturor celor care au participat.
campaign-results = Ce a rezultat
campaign-results-soon = Răspunsurile sunt citite acum. Ce a rezultat va fi scris aici în curând.
campaign-next = Ce urmează
campaign-next-results = Ce au spus oamenii, în cifre
campaign-next-ballot = Rezultatul votului
campaign-next-plan = Ce face planul în această privință
campaign-vote = Votează
campaign-scan = Scanați codul sau tastați adresa
campaign-points = Cum funcționează
campaign-point-skip = Poți sări peste orice întrebare.
campaign-point-next = Îți spunem ce urmează.
campaign-slip = Adu biletul de la școală: pe el este codul de vot.
campaign-draft = Ciornă: încă neaprobată
invited-leave-title = Nu mai vreți invitații?
invited-leave-words = Apăsați butonul și nu mai trimitem niciuna la această adresă.
invited-leave-button = Nu-mi mai trimiteți
invited-left-title = Nu vă mai trimitem invitații
invited-left-words = Această adresă nu mai primește invitații de la nicio campanie de pe acest site.
privacy-while-hear = Dacă lăsați o adresă de e-mail ca să aflați ce a ieșit, ea stă într-o listă separată de toate răspunsurile. Este ștearsă imediat ce v-am anunțat.
    .child = Un adult poate lăsa o adresă de e-mail. O ținem departe de răspunsurile tale. O ștergem după ce i-am spus.
## Ce s-a publicat

foot-results = Ce au spus oamenii
results-title = Ce au spus oamenii
results-intro = Tot ce am întrebat și apoi am publicat, de la cele mai noi. Fiecare publicație are o adresă care rămâne și cifre care nu se schimbă niciodată.
    .child = Aici poți vedea ce ne-au spus oamenii.
results-none = Nu s-a publicat încă nimic.
results-all = Tot ce s-a publicat
results-everyone = Toate cifrele
results-chose = Aceștia sunt oameni care au ales să răspundă. Nu sunt un eșantion al tuturor.
results-illustrative = Exemplu: unele sau toate aceste răspunsuri au fost inventate pentru a arăta cum funcționează Heard
results-illustrative-tag = exemplu
results-interim-tag = provizoriu
results-corrected-tag = corectat ulterior
results-correction-tag = corectură
results-when = Publicația { $number }, publicată { $day } de { $organisation }.
results-number = publicația { $number }
results-interim = Acestea sunt cifre provizorii: încă soseau răspunsuri.
    .child = Când am numărat, oamenii încă ne spuneau lucruri.
results-corrected = Ceva de aici era greșit. A fost corectat { $day }.
results-corrected-link = Vezi rezultatele corectate
results-corrects = Aceasta corectează { $link }. Ce era greșit:
results-newer = Există rezultate mai noi.
results-newer-link = Vezi cele mai noi
results-quotes-gone =
    { $count ->
        [one] De atunci a fost scos un citat: cine l-a spus și-a șters răspunsurile sau noi l-am retras.
       *[other] Citate scoase de atunci: { $count }. Cei care le-au spus și-au șters răspunsurile sau noi le-am retras.
    }
results-about = Ce este aceasta
results-undecided = Ce nu s-a hotărât încă
results-places = Locuri
results-whole = Tot { $place }
results-for-children = Pentru copii
results-files = Ia cu tine
results-pdf = Raport (PDF)
results-poster = Afiș (PDF)
results-children = Pentru copii (PDF)
results-xlsx = Tabele (Excel)
results-csv = Cifre (CSV)
results-json = Cifre (JSON)
results-english = Raportul însuși este în engleză.
results-wrong = E ceva greșit?
results-wrong-words = Spuneți la { $organisation }: { $link }.
    .child = Spune unui adult sau roagă un adult să spună la { $organisation }: { $link }.
results-wrong-then = Nimeni nu schimbă ce s-a publicat. Ce a fost greșit se îndreaptă într-o publicație nouă, iar această pagină o spune atunci.
    .child = Dacă ceva e greșit, facem o pagină nouă, corectă. Această pagină o va spune atunci.
results-feeds = Ca să aflați de următoarea, urmăriți cu un cititor de fluxuri: { $atom } sau { $rss }.
## A village of 100 children

village-title = Un sat cu 100 de copii
village-why = Toți copiii dintr-un loc sunt greu de imaginat. Imaginați-vă deci un sat în care 100 de copii îi reprezintă pe toți.
village-each = Fiecare imagine este satul întreg. Figurile pline sunt copiii despre care este vorba. Un copil poate fi în mai multe imagini.
village-together = Aici fiecare copil din sat este într-un singur grup.
village-count = { $count } din 100
village-no-number = Planul nu dă un număr:
village-wanted = Aceasta vrea planul pentru ei. Nu dă numere.
village-ours = Am desenat aceasta din cifrele planului. Planul nu o arată așa.
village-differ = Numerele nu se referă toate la aceiași copii și nici la același an. Sub fiecare stă la cine se referă, când și cine o spune.
village-of = Dintre: { $who }.
village-when = Cifră pentru { $when }.
village-undated = Planul nu spune când.
village-unsourced = Planul nu numește nicio sursă.
village-rounded = Numerele sunt rotunjite la copii întregi.
village-from = Preluat din { $plan }.
village-invented = Acest plan este inventat. Nimeni nu l-a publicat.

## Ce a urmat

said-title = Ați spus, am făcut
    .child = Ne-ați spus, așa că am făcut asta
said-words = Ce au spus oamenii când am întrebat, ce s-a hotărât și ce s-a făcut.
said-none = Nimeni nu a scris încă aici ce a urmat după întrebările mai vechi. Va fi aici când se va scrie.
said-asked = Am întrebat
said-said = Ați spus
    .child = Ne-ați spus
said-decided = Am hotărât
said-did = Am făcut
    .child = Ce am făcut
said-will = Facem sau vom face
    .child = Ce vom face
said-stopped = La ce am renunțat
said-not = Ce nu vom face și de ce
said-named = Au vorbit despre { $theme }
said-share = { $what }: { $share } din { $base }
said-people =
    { $count ->
        [one] { $count } persoană
        [few] { $count } persoane
       *[other] { $count } de persoane
    }
said-hidden = { $what }: această cifră este ascunsă pentru a păstra secrete numerele mici: numărul ei sau altele pe care le-ar dezvălui. Nu înseamnă nimeni.
said-chose = Sunt oameni care au ales să răspundă. Nu îi reprezintă pe toți.
said-owner = Cine face: { $owner }.
said-planned = Plănuit pentru { $day }.
said-under-way = Început, gata până { $day }.
said-done = Făcut: { $day }.
said-dropped = S-a renunțat.
said-published = Publicat: { $day }.
said-easy = În cuvinte pentru toți
    .child = În cuvinte ușoare, pentru copii
said-full = Totul, cu numere și date
said-plan = Planul care a rezultat
said-all = Ce a urmat după alte întrebări
said-plans = Planuri publicate
## Voting

vote-seats = Câți câștigă: { $seats }
vote-start = Începe votul
vote-counted = Cum se numără voturile
vote-method-plurality = Fiecare semn este un vot. Câștigă cele mai multe voturi.
vote-method-approval = Marchează tot ce îți convine. Fiecare semn este un vot. Câștigă cele mai multe voturi.
vote-method-borda = Prima alegere primește cele mai multe puncte, a doua cu un punct mai puțin și așa mai departe. Câștigă cele mai multe puncte.
vote-method-dowdall = Prima alegere primește un punct, a doua o jumătate, a treia o treime și așa mai departe. Câștigă cele mai multe puncte.
vote-method-runoff = Dacă nicio propunere nu este prima pe mai mult de jumătate din buletine, iese cea cu cele mai puține voturi, iar acele buletine se numără pentru alegerea următoare. Tot așa până când o propunere are mai mult de jumătate.
vote-method-stv = Este aleasă propunerea care atinge un număr stabilit de voturi. Voturile de care nu are nevoie și voturile propunerilor care ies trec la alegerea următoare de pe acele buletine. Acestea sunt regulile alegerilor locale din Scoția.
vote-method-schulze = Se compară fiecare două propuneri: câte buletine o pun pe una înaintea celeilalte. Câștigă cea care le învinge pe toate. Dacă nu este niciuna, decide cel mai puternic lanț de victorii.
vote-method-points = Punctele se adună. Câștigă cele mai multe puncte.
vote-tie = O egalitate se rezolvă prin tragere la sorți din acest text, pe care oricine o poate repeta: „{ $seed }”
vote-fixed = Nimic din toate acestea nu se schimbă după ce începe votul. Amprenta: { $digest }
vote-secret-title = Votul tău este secret
vote-secret = Nu îți cerem numele. Ce marchezi se păstrează fără codul tău, fără școală și fără oră. Nimănui nu i se arată vreun rezultat înainte de sfârșitul votului.
vote-secret-open = Nu îți cerem numele. Ce marchezi se păstrează fără nimic care să spună cine ești și fără oră. Nimănui nu i se arată vreun rezultat înainte de sfârșitul votului.
vote-who = Cine poate vota: de la { $youngest } la { $oldest } ani
vote-until = Votul se încheie { $day }, ora { $time }.
vote-closing = Trimite votul înainte de ora { $time }, { $day }. Un buletin început înainte și trimis după aceea nu se numără.
vote-opens = Votul începe { $day }, ora { $time }.
vote-closed = Votul s-a încheiat { $day }, ora { $time }.
vote-soon = Voturile se numără și se verifică. Rezultatul va fi aici.
vote-late-words = Votul se încheiase când a fost trimis. Nu s-a păstrat nimic din ce s-a marcat.
vote-late = Votul tău a venit prea târziu și nu se numără
vote-see-result = Vezi rezultatul
vote-choices = Pentru ce poți vota
vote-raised = Ridicat de oameni care au răspuns la o consultare
vote-raised-all = Toate acestea au fost ridicate de oameni care au răspuns la o consultare.
vote-code = Codul tău de vot
vote-slip-how = Scanează cu telefonul sau mergi la
vote-slip-once = Merge o singură dată. Nimeni nu poate afla din el cum votezi.
vote-code-hint = Este pe biletul primit: 16 litere și cifre. Majusculele, spațiile și liniuțele nu contează.
vote-code-held = Codul tău a fost citit. Nu trebuie să îl scrii.
vote-code-missing = Scrie codul tău de vot
vote-code-unknown = Nu cunoaștem acest cod. Verifică dacă nu e o greșeală sau întreabă pe cine ți l-a dat
vote-code-used = Acest cod a fost folosit. Dacă tocmai ți-ai trimis votul, este numărat. Dacă nu ai fost tu, cere alt cod
vote-code-stopped = Acest cod a fost oprit pentru că s-a pierdut un pachet de bilete. Cere altul
vote-voted = Cineva a votat în acest browser
vote-voted-words = Dacă ai fost tu, votul tău este numărat și nu se poate schimba. Dacă dispozitivul e folosit de mai mulți, e rândul următorului.
vote-halted = Votul s-a oprit
vote-halted-words = S-a schimbat ceva ce nu se poate schimba după începerea votului. Spune-le organizatorilor. Voturile trimise sunt în siguranță.
vote-mark-any = Marchează câte vrei.
vote-mark-up-to = Marchează cel mult { $most }.
vote-points-rule = Ai { $budget } puncte. Dă-le pe toate uneia sau împarte-le.
vote-about = Pentru a număra cine participă. Nu se păstrează cu votul și poți să nu răspunzi.
vote-age = Câți ani ai?
vote-district = Unde locuiești?
vote-not-say = Prefer să nu spun
vote-spoilt-empty = Nimic nu este marcat. Marchează buletinul sau trimite-l gol, dacă asta vrei
vote-spoilt-many = Ai marcat { $marked }, iar maximul este { $most }. Așa cum e, buletinul nu s-ar număra. Scoate câteva
vote-spoilt-twice = „{ $name }” apare în două locuri. Așa cum e, buletinul nu s-ar număra. Lasă-l într-unul
vote-spoilt-points = Ai dat { $given } puncte, iar disponibile sunt { $budget }. Așa cum e, buletinul nu s-ar număra. Scade câteva
vote-spoilt-number = Scrie punctele ca numere întregi, de exemplu 3
vote-spoilt-other = Așa cum e, buletinul nu s-ar număra. Marchează-l din nou
vote-blank = Trimite un buletin gol
vote-check-title = Verifică-ți votul
vote-check-blank = Buletinul este gol: participi și nu votezi pe nimeni.
vote-check-once = Încă nu s-a trimis nimic. După trimitere nu mai poți schimba.
vote-send = Trimite votul meu
vote-change = Schimbă-l
vote-points-given = { $points } pentru { $name }
vote-thanks = Mulțumim. Votul tău este numărat.
vote-thanks-words = Nimeni nu poate ști care vot este al tău, așa că nimeni nu îl poate căuta, schimba sau lua.
vote-thanks-result = După încheierea votului, rezultatul și modul de numărare vor fi aici:
vote-next = Mai votează cineva pe acest dispozitiv?
vote-next-words = Apasă butonul și dă-l mai departe. Nu rămâne nimic de la tine.
vote-result-of = Rezultatul: { $title }
vote-wins = Câștigă: { $name }
vote-wins-half = Câștigă: { $name } (voturi: { $votes } din { $counting } care se mai numără în ultima rundă)
vote-half-of = Buletine care se numără: { $papers }. În ultima rundă { $exhausted } dintre ele nu numesc nicio propunere dintre cele rămase, așa că { $name } are { $votes } din { $papers } ({ $share }).
vote-two-names = { $first } și { $last }
vote-chosen = Au fost alese: { $names }
vote-won = Alese
vote-nobody = Niciun buletin nu se numără, deci nimic nu este ales.
vote-received = Buletine primite: { $received }. Dintre ele { $valid } se numără și { $spoilt } nu.
vote-by-hand = Dintre ele { $number } au fost numărate manual în școli, introduse de două persoane.
vote-opened-again = Voturile pe hârtie din aceste locuri au fost introduse din nou după ce două persoane căzuseră de acord asupra lor: { $places }
vote-beyond-roll = Au venit mai multe buletine decât persoane cu drept de vot la: { $places }. Funcționarul care a publicat rezultatul spune de ce este totuși corect:
vote-approved = Verificat și publicat { $day }. Această pagină rămâne.
vote-all = Toate opțiunile
vote-choice = Opțiune
vote-rank = Loc
vote-votes = Voturi
vote-votes-when = Voturi când a fost aleasă sau a ieșit (buletine: { $papers })
vote-unit-of = { $unit } (buletine: { $papers })
vote-rounds-differ = Aceste numere vin din runde diferite, așa că nu dau împreună numărul de buletine.
vote-points = Puncte
vote-beats = Învinge atâtea
vote-rounds = Cum s-a numărat
vote-round = Runda a { $number }-a
vote-quota = Voturi de care are nevoie o propunere ca să fie aleasă: { $votes }.
vote-why-most = { $name } câștigă cu { $votes }: printre cele mai multe.
vote-why-half = { $name } câștigă cu { $votes }: mai mult de jumătate din cele { $counting } care se mai numără în această rundă.
vote-why-quota = { $name } câștigă cu { $votes }: cât trebuie sau mai mult.
vote-why-last = { $name } câștigă cu { $votes }: au rămas câte locuri sunt.
vote-why-beats = { $name } câștigă: față de fiecare propunere rămasă, mai multe buletine o pun pe prima.
vote-why-path = { $name } câștigă: nicio propunere rămasă nu are spre ea un drum mai puternic decât are ea spre aceea.
vote-out = { $name } are cele mai puține, { $votes }, și iese.
vote-surplus = { $name } are cu { $surplus } mai mult decât trebuie. Buletinele trec mai departe, fiecare la { $value } din valoare.
vote-moved = { $votes } de la { $from } trec la { $to }.
vote-exhausted = { $votes } de la { $from } nu numesc nicio propunere dintre cele rămase.
vote-exhausted-all = Buletine care până acum nu numesc nicio propunere dintre cele rămase: { $votes }
vote-tie-drawn = Egalitate între { $names }. Tragerea la sorți publicată înainte de vot a ales { $chosen }.
vote-tie-open = Egalitate între { $names } și nu s-a publicat nicio tragere: nimeni nu este ales.
vote-empty = Locuri rămase goale: { $seats }
vote-turnout = Cine a participat
vote-by-district = După district
vote-by-age = După vârstă
vote-by-school = După școală
vote-took-part = Au votat
vote-recount = Numără din nou chiar tu
vote-recount-words = Fișierul numărării cuprinde fiecare buletin valabil și nimic care să spună al cui este. Cu Heard pe calculatorul tău, scrie: { $command }
vote-audit-file = Fișierul numărării
vote-blt-file = Buletine ca .blt
vote-json-file = Rezultat ca date
vote-happens = Ce urmează
vote-happens-plan = Ce s-a ales ajunge la cei care scriu planul. Ei spun aici ce fac în privința asta:
vote-happens-evidence = Planul se sprijină pe acest rezultat:
vote-happens-later = Planul nu este încă publicat, iar ziua nu este stabilită. De atunci, pagina aceasta duce la ce face planul cu rezultatul.
vote-happens-goes = Ce s-a ales ajunge la cei care scriu planul.
vote-plan = Planul și ce a rezultat din el
vote-left-out = Voturile pe hârtie din aceste locuri nu sunt numărate: { $places }. Funcționarul care a publicat rezultatul spune de ce:
vote-open-came = Putea vota oricine, fără cod. Buletine venite astfel: { $papers }. Un browser de pe care s-a votat spune acest lucru, dar nimic nu putea împiedica pe cineva să voteze de două ori.
vote-open-some = Putea vota oricine, fără cod. Un browser de pe care s-a votat spune acest lucru, dar nimic nu putea împiedica pe cineva să voteze de două ori.
vote-open-once = Aici poate vota oricine, fără cod. Te rugăm să votezi o singură dată: nu putem ști dacă cineva votează de două ori.
vote-pairs = Fiecare două propuneri comparate
vote-pairs-why = Câte buletine o pun pe una înaintea celeilalte. O propunere care lipsește de pe un buletin vine după toate cele care sunt pe el.
vote-pair = { $one } înainte de { $other }. Buletine: { $papers }. Invers: { $back }.
vote-paths = Unde decide un drum
vote-paths-why = Un drum duce de la o propunere la alta în pași. La fiecare pas, mai multe buletine pun una înaintea următoarei decât după ea. Un drum este atât de puternic cât pasul lui cel mai slab, iar drumul mai puternic decide.
vote-path = { $one } stă înaintea propunerii { $other } printr-un drum: { $path }. Buletine în pasul lui cel mai slab: { $papers }. În cel mai puternic drum înapoi ({ $back }): { $fewer }.
vote-path-alone = { $one } stă înaintea propunerii { $other } printr-un drum: { $path }. Buletine în pasul lui cel mai slab: { $papers }. Niciun drum nu duce înapoi.
vote-path-step = { $one } înainte de { $other } ({ $papers })
vote-tie-out = Egalitate între { $names } la cele mai puține voturi. Tragerea la sorți publicată înainte de vot a decis că iese { $chosen }.
vote-tie-moves = Egalitate între { $names }. Tragerea la sorți publicată înainte de vot a decis ale cui voturi trec mai întâi: { $chosen }.
vote-bars = Capătul întrerupt al unei bare arată voturile venite din runda dinainte.
vote-turnout-rounded = Numerele de voturi din aceste tabele sunt rotunjite la cel mai apropiat multiplu de { $rounding }.
vote-turnout-hidden = „{ $hidden }” înseamnă un număr mic sau unul care ar trăda un număr mic. Este ținut secret. Nu îl citiți ca zero.
vote-of-residents = Din cei între { $youngest } și { $oldest } ani care locuiesc acolo
vote-of-roll = Din cei care pot vota acolo
vote-of-age = Din cei de această vârstă care locuiesc în zonă
vote-no-roll = număr necunoscut
vote-age-screens = Vârsta este cunoscută doar pentru voturile trimise de pe ecrane (buletine: { $papers }), dacă votanții au spus-o. Buletinele numărate manual nu spun vârsta.
vote-age-some = Vârsta este cunoscută doar pentru voturile trimise de pe ecrane, dacă votanții au spus-o. Buletinele numărate manual nu spun vârsta.
error-vote-many = Prea multe voturi deodată din rețeaua dumneavoastră
error-vote-many-words = Votul nu a fost trimis încă. Așteptați câteva minute, apoi încărcați din nou această pagină: ce ați marcat se trimite atunci.
vote-made-up = O probă: nimeni nu votează aici cu adevărat, iar voturile existente sunt inventate.
error-vote = Nu găsim acest vot
error-vote-words = Nu există niciun vot la această adresă. Verifică dacă nu e o greșeală.
home-votes = Voturi deschise

## Planuri publicate

plan-plans = Planuri
plan-none = Niciun plan nu a fost publicat încă.
plan-where = Locul în site
plan-invented = Exemplu: acest plan sau cifre din el au fost inventate pentru a arăta cum funcționează Heard
plan-wants = Ce își dorește
plan-outcomes = Rezultate urmărite: { $count }
plan-objectives = Obiective: { $count }
plan-priorities = Priorități: { $count }
plan-pieces = dovezi: { $count }
plan-of-indicators = indicatori: { $count }
plan-going = Cum merge
plan-see-progress = Vedeți progresul
plan-replies = Ce au spus oamenii și ce s-a făcut:
plan-values = De ce ține cont
plan-partners = Cine participă
plan-pdf = Planul ca PDF (în engleză)
plan-json = Planul ca date (JSON)
plan-versions = Versiuni
plan-version = Versiunea { $number }
plan-taken-from = Sursa: { $source }. Textul este reformulat; titlurile și cifrele sunt ale planului.
plan-rests = Pe ce se bazează
plan-says = Ce spune planul
plan-will = Ce se va face
plan-know = Cum vom ști
plan-no-indicator = Planul nu numește niciun indicator pentru aceasta, deci nimeni nu ar putea spune dacă a reușit.
plan-rule = Tragem o linie dreaptă de la situația inițială la țintă. Un indicator este pe drumul cel bun când cifra lui cea mai nouă este pe această linie sau mai bună. Când vine termenul țintei, prima cifră de la acel termen sau de după el spune dacă ținta a fost atinsă sau ratată.
plan-whole = Planul întreg
plan-progress = Progres
plan-as-whole = Pentru planul în întregime
plan-doing = Ce se face
plan-late = întârziate: { $count }
plan-newer = Există o versiune mai nouă a acestui plan
plan-changed = Ce s-a schimbat față de versiunea anterioară
plan-published = Versiunea { $number }, publicată la { $day }.
plan-signed = Aprobat de { $who } la { $day }.
plan-why = De ce contează
plan-areas = Domenii de interes
plan-success = Cum arată reușita
plan-undecided = Ce nu este încă hotărât
plan-took-part = Perioada de participare: de la { $from } până la { $to }.
plan-decides = Se va hotărî la { $day }.
plan-for = Ce vorbește pentru
plan-against = Ce vorbește împotrivă
plan-nothing-linked = Nimic nu este legat.
plan-nothing-linked-here = În planul acestui district nu este legat nimic.
plan-county-against = Planul comitatului spune ce vorbește împotrivă: { $plan }
plan-nothing-found = Nu s-a găsit nimic.
plan-chose = Procentele se referă la oamenii care au ales să răspundă. Ei nu sunt un eșantion al tuturor. Cifrele sunt cele din ziua în care versiunea a fost trimisă spre verificare; numerele mici sunt ascunse.
plan-share = { $what }: { $share } ({ $range }) din { $base }
plan-range = de la { $low } la { $high }
plan-behind = Vedeți aceste rezultate
plan-place = Numai oameni din { $place }.
plan-place-ballot = Legat pentru { $place }; rezultatul este al tuturor celor care au votat.
plan-place-linked = Legat pentru { $place }.
plan-from-county = Din planul comitatului: { $plan }.
plan-takes-over = Acest plan preia ce este în planul comitatului:
plan-local = Planuri ale districtelor care pornesc de la acesta:
plan-no-action = Planul nu numește nicio acțiune pentru aceasta.
plan-actions = Cine răspunde de fiecare, până când și cât s-a făcut.
plan-action = Acțiune
plan-who = Cine
plan-by = Până la
plan-how-far = Stadiu
plan-overdue = întârziat
plan-nobody = Nimeni numit
plan-no-date = Fără dată
plan-planned = planificat
plan-under-way = în curs
plan-done = făcut
plan-dropped = abandonat
plan-unsaid = Nimeni nu a spus
plan-reached = Ținta este atinsă
plan-on-track = Pe drumul cel bun
plan-not-on-track = Nu este pe drumul cel bun
plan-met = Ținta a fost atinsă
plan-missed = Ținta a fost ratată
plan-passed = Nu putem spune: termenul țintei a trecut și nu s-a introdus nicio cifră pentru el
plan-last = La ultima măsurare ({ $period }): { $said }.
plan-no-baseline = Nu putem spune: planul nu arată situația inițială
plan-baseline-undated = Nu putem spune: planul nu spune când era situația inițială
plan-no-target = Nu putem spune: planul nu stabilește o țintă
plan-target-in-words = Nu putem spune: ținta nu este un număr
plan-target-undated = Nu putem spune: ținta nu are termen
plan-target-not-later = Nu putem spune: ținta nu este mai târzie decât situația inițială
plan-no-direction = Nu putem spune: planul nu arată în ce sens este mai bine
plan-target-against = Nu putem spune: ținta ar fi mai rea decât situația inițială
plan-not-measured = Nu putem spune: nu s-a măsurat încă nimic
plan-measured-before = Nu putem spune: cifra cea mai nouă nu este mai târzie decât situația inițială
plan-finding-none = Acest plan nu numește niciun indicator
plan-finding-cannot = Indicatori: { $of }. Despre niciunul nu se poate spune încă dacă este pe drumul cel bun
plan-finding = Indicatori: { $of }; pe drumul cel bun sau cu ținta atinsă: { $well }; nu: { $badly }
plan-indicators = Indicatori
plan-counts = Toți indicatorii planului, după ce se poate spune despre ei.
plan-can-be-said = Ce se poate spune
plan-academic = { $years } (an școlar)
plan-when = Când
plan-figure = Cifra
plan-on-line = Pe linie
plan-source = Sursa
plan-none-given = Nu este dată
plan-stood = Situația inițială
plan-should = Ținta
plan-the-plan = Planul
plan-not-given = sursa nu a fost notată
plan-from = Sursa: { $source }
plan-of-unit = { $title }; unitate: { $unit }.
plan-less = cu { $percent }% mai puțin decât la început
plan-more = cu { $percent }% mai mult decât la început
plan-beside = Față de alții, când a fost scris planul:
plan-higher = mai mare decât { $other }
plan-lower = mai mic decât { $other }
plan-level = la fel ca { $other }
plan-drawn = Inel: situația inițială. Puncte: cifrele de după. Linie verticală: ținta.
plan-dashed = Linie întreruptă: dreapta dintre ele.
plan-reach = Desenul merge de la { $low } jos până la { $high } sus.
plan-drawn-stood = la început { $figure }
plan-drawn-now = acum { $figure }
plan-drawn-should = ținta: { $figure }
results-onward = Ce a rezultat
results-officers = Pentru funcționari: răspunsurile din spatele acestor cifre
said-results = Ce au spus oamenii, în cifre
said-in-plan = În plan:
results-village = Ca un sat de 100
results-village-title = Dacă 100 de oameni i-ar reprezenta pe toți cei care au răspuns în { $place }
results-village-why = Fiecare imagine îi arată pe toți cei 100. Figurile pline sunt cei care au vorbit despre asta. O persoană poate fi în mai multe imagini.
results-village-hidden = Un număr păstrat confidențial. Nu înseamnă nimeni:
