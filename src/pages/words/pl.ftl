# Polish. Written without a speaker's check: someone who speaks Polish must read it before it is used.
# Dorośli: forma „Państwo” i „proszę”. `.child`: do dziecka, na „ty”, bez form rodzajowych.

language-name = Polski
language-choose = Język

## Dates and numbers

# Miesiąc w dopełniaczu; dzień tygodnia w mianowniku, dlatego zdania z datą mają dwukropek.
date = { $weekday }, { $day } { $month } { $year } r.
weekday-1 = poniedziałek
weekday-2 = wtorek
weekday-3 = środa
weekday-4 = czwartek
weekday-5 = piątek
weekday-6 = sobota
weekday-7 = niedziela
month-1 = stycznia
month-2 = lutego
month-3 = marca
month-4 = kwietnia
month-5 = maja
month-6 = czerwca
month-7 = lipca
month-8 = sierpnia
month-9 = września
month-10 = października
month-11 = listopada
month-12 = grudnia

## On every page

skip-link = Przejdź do głównej treści
exit = Opuść tę stronę
about-page = O tej stronie
main-navigation = Menu główne
error-prefix = Błąd:
back = Wstecz
foot-talk = Z kim porozmawiać
foot-information = Państwa dane
foot-receipt = Zobacz lub usuń odpowiedzi
foot-complain = Pytania i skargi
foot-accessibility = Dostępność
trial = To tylko próba: nikt naprawdę o nic nie pyta, a widoczne tu odpowiedzi są zmyślone.
summary-heading =
    { $count ->
        [one] Jedna rzecz do poprawienia
        [few] { $count } rzeczy do poprawienia
        [many] { $count } rzeczy do poprawienia
       *[other] { $count } rzeczy do poprawienia
    }
talk-heading = Z kim porozmawiać
    .child = Coś Cię smuci albo straszy?
talk-child = Powiedz o tym dorosłemu, któremu ufasz. Albo zadzwoń do kogoś, kto Cię wysłucha:
talk-entry = { $name } – dla kogo: { $whom }.
talk-for = Dla kogo: { $whom }.

## The front door

home-title = Powiedz, co myślisz
home-button = Powiedz, co myślisz
home-nothing = Dziś o nic nie pytamy.
home-also = Także
home-before-and-after = Wcześniej i później
home-no-name = Nie trzeba podawać nazwiska.
open-until = Otwarte do: { $day }
tag-open = Otwarte
tag-soon = Wkrótce
tag-closed = Zamknięte
card-until = Ostatni dzień: { $day }
card-opens = Pierwszy dzień: { $day }
card-closed = Ostatni dzień był: { $day }
how-title = Jak to działa
how-ask = My pytamy
how-ask-words = Kilka pytań, zadanych zrozumiałymi słowami. Każde można pominąć. Nie podaje się nazwiska.
how-say = Państwo mówią
how-say-words = Jedno słowo albo wiele, po swojemu. Dostaje się kod, dzięki któremu można później zobaczyć lub usunąć odpowiedzi.
how-read = My czytamy
how-read-words = To, co mówią ludzie, liczymy według tematu i miejsca. Małych liczb nie pokazujemy, żeby nikogo nie dało się rozpoznać.
talking-title = Kto mówi
talking-words = Każdy kształt oznacza ludzi, którzy patrzą na sprawę z tego samego miejsca. Te kształty będą widoczne obok ich wypowiedzi.

## The first page of a consultation

start = Zacznij
start-again = Zacznij od nowa
start-go-on = Wróć do miejsca, w którym przerwano
start-safe = Jeśli nikt nie powinien wiedzieć o tej wizycie:
start-safe-words = Przycisk „Opuść tę stronę” u góry od razu otwiera prognozę pogody. To, co wpisano i czego nie wysłano, zostaje zapomniane. Adres pozostaje w historii przeglądarki, więc ją też trzeba wyczyścić.
start-who = Kto pyta
start-why = Dlaczego
start-undecided = O czym jeszcze nie zdecydowano
happens-title = Co się dzieje z tym, co Państwo powiedzą
information-title = Państwa dane
information-name = Nie pytamy o nazwisko, adres ani szkołę. Proszę nie podawać ich także w odpowiedziach.
information-skip = Każde pytanie można pominąć. W każdej chwili można przestać.
information-kept = To, co Państwo piszą, jest w trakcie odpowiadania przechowywane na naszym komputerze. Liczy się tylko to, co zostanie wysłane.
information-code = Na końcu dostaną Państwo kod. Dzięki niemu można zobaczyć lub usunąć swoje odpowiedzi.
information-full = Wszystko o Państwa danych

## Who are you?

who-title = Kim Państwo są?
who-hint = Proszę wybrać to, co dziś pasuje najlepiej.
who-missing = Proszę wybrać, kim Państwo są, żebyśmy mogli dobrać właściwe słowa
continue = Dalej

## A question

question-at = Pytanie { $at } z { $of }
nobody-reads = Nikt nie czyta tego od razu.
note = Nie możemy nikogo odnaleźć, chyba że ktoś nam powie, kim jest. Jeśli tak się stanie, a komuś grozi niebezpieczeństwo, musimy kogoś o tym powiadomić.
    .child = Nie możemy Cię znaleźć, jeśli nie powiesz nam, kim jesteś. Jeśli powiesz i grozi Ci niebezpieczeństwo, musimy komuś o tym powiedzieć.
leave-out = Proszę nie podawać nazwisk, adresów ani szkół.
    .child = Nie pisz nazwisk, swojego adresu ani nazwy szkoły.
next = Dalej
    .child = Dalej
skip = Pomiń to pytanie
save = Zapisz
somewhere-else = Gdzie indziej
not-sure = Nie wiem na pewno
not-stored = W tej chwili nie udało się zapisać odpowiedzi. Nadal tu jest: proszę odczekać kilka sekund i wysłać ją ponownie
too-long =
    { $characters ->
        [one] Odpowiedź ma { $characters } znak, a może mieć najwyżej { $most }. Liczba znaków do usunięcia: { $over }. Nic nie zginęło
        [few] Odpowiedź ma { $characters } znaki, a może mieć najwyżej { $most }. Liczba znaków do usunięcia: { $over }. Nic nie zginęło
       *[other] Odpowiedź ma { $characters } znaków, a może mieć najwyżej { $most }. Liczba znaków do usunięcia: { $over }. Nic nie zginęło
    }
not-an-option = Proszę wybrać jedną z tych możliwości albo pominąć pytanie

## Check answers

check-title = Proszę sprawdzić odpowiedzi przed wysłaniem
    .child = Zobacz swoje odpowiedzi
check-before = Nic jeszcze nie wysłano. Wszystko można zmienić lub pominąć.
    .child = Nic jeszcze nie jest wysłane. Możesz wszystko zmienić.
check-send = Wyślij moje odpowiedzi
check-happens = Co się stanie po wysłaniu
    .child = Kiedy wyślesz
check-read = Odpowiedzi zostaną przeczytane i policzone razem z odpowiedziami innych.
    .child = Dorośli przeczytają, co wszyscy powiedzieli, i to policzą.
check-hidden = Zanim ktoś przeczyta odpowiedzi, komputer ukryje nazwiska i adresy najlepiej, jak potrafi. Proszę ich nie podawać.
    .child = Komputer ukryje nazwiska i adresy najlepiej, jak umie.
check-quoted = Państwa słowa mogą być cytowane, ale nigdy z czymś, co zdradza, kim Państwo są.
    .child = Twoje słowa mogą zobaczyć inni. Nikt nie zobaczy, kim jesteś.
check-code = Dostaną Państwo kod, dzięki któremu można zobaczyć lub usunąć odpowiedzi.
    .child = Dostaniesz kod. Z nim zobaczysz albo skasujesz swoje odpowiedzi.
check-who = Kim Państwo są
    .child = Kim jesteś
check-change = Zmień
check-change-who = : kim Państwo są
    .child = : kim jesteś
check-answer = Odpowiedz
check-skipped = Pominięto. To nic złego.

## When there is no draft to go on with, or the consultation is shut

lost-title = Zgubiliśmy miejsce, w którym Państwo byli
lost-words = Nic nie zostało wysłane. Proszę zacząć od nowa.
lost-wrote = To zostało napisane
copy-words = Można to stąd skopiować.
lost-why = Dlaczego tak się dzieje
lost-closed = Zamknięto przeglądarkę albo zaczął w niej odpowiadać ktoś inny.
lost-exit = Użyto przycisku „Opuść tę stronę”, który usuwa wszystko, czego nie wysłano.
lost-cookie = Przeglądarka nie przechowuje ciasteczek (cookies). Potrzebujemy jednego, żeby połączyć odpowiedzi. Znika ono po zamknięciu przeglądarki.
shut-opens = Pierwszy dzień: { $day }
shut-opens-words = Proszę wtedy wrócić. Ostatni dzień: { $day }
shut-closed = Zamknięte. Ostatni dzień był: { $day }
shut-closed-words = Nowych odpowiedzi już nie przyjmujemy.
shut-not-sent = To, co napisano, nie zostało wysłane
shut-about = Czego to dotyczy
shut-happens = Co się dzieje z tym, co mówią ludzie
shut-erase = Kto odpowiedział, nadal może { $link } za pomocą kodu.
shut-erase-link = zobaczyć lub usunąć swoje odpowiedzi

## After sending

thanks-tab = Dziękujemy. Odpowiedzi dotarły
thanks-title = Dziękujemy. Odpowiedzi dotarły.
thanks-words = Są zapisane. Zostaną przeczytane i policzone razem z odpowiedziami innych.
    .child = Twoje odpowiedzi są u nas bezpieczne. Ktoś je przeczyta.
thanks-code = Proszę zachować ten kod
    .child = Zachowaj ten kod
thanks-code-words = To jedyny sposób, żeby zobaczyć lub usunąć odpowiedzi. Nie wiemy, które odpowiedzi są czyje, więc nie możemy wysłać kodu jeszcze raz.
    .child = Z tym kodem zobaczysz swoje odpowiedzi jeszcze raz albo je skasujesz. Ktoś dorosły może pomóc Ci go zachować.
thanks-file = Zapisz w pliku
thanks-or = albo wydrukować tę stronę, albo przepisać kod.
    .child = albo wydrukuj tę stronę, albo przepisz kod.
thanks-next = Co będzie dalej
thanks-today = Dziś
thanks-today-words = odpowiedzi zostały zapisane.
thanks-until = Do dnia: { $day }
thanks-until-words = odpowiadają inni.
thanks-after = Potem
thanks-after-words = wszystko zostanie przeczytane i policzone. { $organisation } powie, co mówili ludzie, co dzięki temu postanowiono, a czego nie zrobiono i dlaczego.
thanks-happens = Wszystko o tym, co się dzieje z odpowiedziami
thanks-shared = Czy z tego komputera lub telefonu korzysta ktoś jeszcze?
thanks-shared-words = Proszę tu zakończyć, żeby następna osoba nie zobaczyła kodu.
    .child = Zakończ tutaj, żeby następna osoba nie zobaczyła Twojego kodu.
thanks-finish = Zakończ
file-code = Kod:
file-use = Dzięki niemu można zobaczyć lub usunąć odpowiedzi.
file-use-at = Dzięki niemu można zobaczyć lub usunąć odpowiedzi na stronie { $website }
file-nobody = Nikt nie może wysłać go jeszcze raz.

## See or erase your answers

receipt-title = Zobacz lub usuń odpowiedzi
receipt-code = Kod
receipt-hint = Kod pojawił się po wysłaniu odpowiedzi. Ma 26 liter i cyfr. Wielkość liter, odstępy i kreski nie mają znaczenia.
receipt-see = Pokaż moje odpowiedzi
receipt-lost = Jeśli kod zginął
receipt-lost-words = Nie wiemy, które odpowiedzi są czyje, więc nie możemy ich odnaleźć i nikt inny też nie może.
receipt-missing = Proszę wpisać kod
receipt-unknown = Nie mamy odpowiedzi z takim kodem. Proszę sprawdzić, czy nie ma w nim pomyłki. Jeśli odpowiedzi usunięto wcześniej, już ich nie ma
kept-title = Państwa odpowiedzi
kept-sure = Usunąć odpowiedzi na zawsze?
kept-sent = Dzień wysłania: { $day }
kept-warning = Odpowiedzi znikną z bazy danych i z każdego późniejszego liczenia. Nie da się tego cofnąć.
kept-yes = Tak, usuń moje odpowiedzi
kept-no = Nie, zostaw je
kept-skipped = Pominięto.
kept-erase = Usuń moje odpowiedzi
erased-title = Odpowiedzi zostały usunięte
erased-words = Nie ma ich już w bazie danych i nie będzie ich w żadnym późniejszym liczeniu.
see-asked = Zobacz, o co teraz pytamy

## Who to talk to

help-danger = Jeśli Państwu lub komuś innemu grozi teraz niebezpieczeństwo, proszę zadzwonić pod numer { $phone }.
help-not-read = Nikt nie czyta od razu tego, co tu Państwo piszą. Nie możemy nikogo odnaleźć. Jeśli ktoś jest Państwu potrzebny, proszę z kimś porozmawiać.
help-people = Ludzie, którzy wysłuchają

## Ask or complain

complain-title = Pytania i skargi
complain-may = Można zapytać o wszystko: o co tu pytamy, jak używane są odpowiedzi i co z nimi zrobiono. Można złożyć skargę. Za dziecko może to zrobić dorosły.
complain-first = Najpierw do tych, którzy pytają
complain-nobody = Proszę napisać do tego, kto prowadzi tę stronę.
complain-touch = Proszę skontaktować się z nimi w dowolny sposób i powiedzieć, że chodzi o konsultacje na stronie Heard:
complain-code = Nie trzeba mówić, jakie były odpowiedzi. Jeśli coś trzeba z nimi zrobić, potrzebny będzie kod; { $link }.
complain-code-link = odpowiedzi można też usunąć samodzielnie
complain-data = O danych
complain-data-words = Proszę zapytać o inspektora ochrony danych. Jeśli odpowiedź nie wystarczy, można zwrócić się do brytyjskiego urzędu Information Commissioner: { $link }, { $phone }.
complain-council = O samorządzie
complain-council-words = Najpierw samorząd daje ostateczną odpowiedź. Potem można zwrócić się do rzecznika Local Government and Social Care Ombudsman: { $link }, { $phone }.
complain-danger = Jeśli ktoś jest w niebezpieczeństwie
complain-danger-words = Proszę nie czekać na odpowiedź.

## Your information

privacy-title = Państwa dane
    .child = Twoje dane
privacy-easy = Państwa dane prostymi słowami
    .child = Twoje dane prostymi słowami
privacy-short = W skrócie
    .child = Najważniejsze
privacy-short-who = Nie pytamy, kim Państwo są, i nie chcemy tego wiedzieć.
    .child = Nie pytamy, kim jesteś. Nie chcemy tego wiedzieć.
privacy-short-keep = Zachowujemy to, co Państwo piszą, żeby ludzie mogli to przeczytać i policzyć.
    .child = Zachowujemy to, co piszesz. Ludzie to czytają i liczą.
privacy-short-little = Można powiedzieć tak mało, jak się chce.
    .child = Możesz powiedzieć tak mało, jak chcesz.
privacy-short-code = Dzięki kodowi można zobaczyć swoje odpowiedzi albo je usunąć.
    .child = Na końcu dostaniesz kod. Z nim zobaczysz swoje odpowiedzi albo je skasujesz.
privacy-steps = Dokąd trafiają Państwa słowa
    .child = Dokąd idą twoje słowa
privacy-step-write = Państwo odpowiadają.
    .child = Ty piszesz.
privacy-step-keep = Nasz komputer przechowuje odpowiedzi i ukrywa nazwiska.
    .child = Nasz komputer trzyma twoje słowa. Ukrywa nazwiska.
privacy-step-read = Czytają je pracownicy.
    .child = Ludzie czytają twoje słowa.
privacy-step-report = Raport mówi w liczbach, co powiedzieli ludzie.
    .child = Robimy raport z liczbami.
privacy-who = Kto to przechowuje
    .child = Kto trzyma twoje słowa
privacy-who-nobody = Ten, kto prowadzi tę stronę.
    .child = Ludzie, którzy prowadzą tę stronę.
privacy-who-words = To oni decydują, o co się pyta, i odpowiadają przed Państwem za to, co jest przechowywane.
    .child = To oni wybierają, o co pytać. Muszą dobrze dbać o to, co im mówisz.
privacy-what = Co przechowujemy
    .child = Co zachowujemy
privacy-what-wrote = To, co napisano i wybrano, oraz w jakiej ankiecie.
    .child = Co piszesz, co wybierasz i jakie to były pytania.
privacy-what-as = Czy odpowiadało dziecko, rodzic i tak dalej, oraz wybrany okręg.
    .child = Czy jesteś dzieckiem, rodzicem czy kimś innym. I miejsce, które wybierasz.
privacy-what-day = Język strony i dzień wysłania. Bez godziny.
    .child = Język strony i dzień wysłania. Bez godziny.
privacy-what-code = Zaszyfrowaną postać kodu. Nie da się z niej odtworzyć kodu.
    .child = Twój kod, cały pomieszany. Nikt nie zmieni go z powrotem w kod.
privacy-what-campaign = Jeśli ktoś trafia tu przez link kampanii, nazwa kampanii. Nie miejsce, w którym był ten link.
    .child = Jeśli trafiasz tu z plakatu kampanii, nazwa kampanii. Nie miejsce, w którym wisi ten plakat.
privacy-not = Z odpowiedziami nie przechowujemy: nazwiska, adresu, urządzenia ani jego adresu w internecie.
    .child = Razem z odpowiedziami nie zachowujemy twojego nazwiska ani adresu. Nie zachowujemy, z jakiego telefonu lub komputera piszesz, ani jego numeru w internecie.
privacy-while = W trakcie odpowiadania
    .child = Kiedy odpowiadasz
privacy-while-words = Do chwili wysłania odpowiedzi są na naszym komputerze, żeby nic nie zginęło, gdy strona się zamknie.
    .child = Trzymamy odpowiedzi na naszym komputerze, aż je wyślesz. Jeśli strona się zamknie, nie zginą.
privacy-while-cookie = W przeglądarce jest jedno ciasteczko (cookie): długa losowa liczba, która łączy kolejne strony. Znika po zamknięciu przeglądarki albo po wybraniu „Opuść tę stronę”.
    .child = Twoja przeglądarka trzyma dla nas jedno ciasteczko (cookie). To długa liczba. Mówi nam, które strony są razem. Znika, kiedy zamkniesz przeglądarkę albo naciśniesz „Opuść tę stronę”.
privacy-while-unsent = Tego, czego nie wysłano, nikt nie czyta ani nie liczy. Usuwamy to po około miesiącu albo od razu po wybraniu „Opuść tę stronę”.
    .child = Jeśli nie wyślesz odpowiedzi, nikt ich nie czyta ani nie liczy. Kasujemy je po około miesiącu. Jeśli naciśniesz „Opuść tę stronę”, znikną od razu.
privacy-while-language = Po wybraniu języka drugie ciasteczko zapamiętuje tylko jego nazwę i nic więcej. Znika w ten sam sposób.
    .child = Jeśli wybierzesz język, jeszcze jedno ciasteczko trzyma jego nazwę. Nie trzyma nic więcej. Znika tak samo.
privacy-why = Dlaczego wolno nam to robić
    .child = Dlaczego wolno nam to robić
privacy-why-words = Pytanie ludzi przed podjęciem decyzji to część pracy instytucji publicznej według prawa („public task”, zadanie publiczne). Nie opiera się na zgodzie, więc nie ma pola do zaznaczenia i nigdy nie trzeba odpowiadać.
    .child = Prawo daje niektórym ludziom pracę dla nas wszystkich, na przykład dbanie o szkoły i parki. Zanim wybiorą, co zrobić, pytają ludzi. Pytanie to część ich pracy. W prawie to się nazywa „zadanie publiczne” (public task). Dlatego nie musisz zaznaczać, że się zgadzasz. I nigdy nie musisz odpowiadać.
privacy-sees = Kto to widzi
    .child = Kto widzi twoje słowa
privacy-sees-staff = Odpowiedzi czytają pracownicy zajmujący się konsultacjami. Nazwiska, adresy, numery telefonów i podobne dane komputer ukrywa najlepiej, jak potrafi.
    .child = Czytają je ludzie, którzy nad tym pracują. Najpierw komputer ukrywa nazwiska, adresy i numery telefonów. Robi to najlepiej, jak umie.
privacy-sees-server = Nieliczne osoby, które opiekują się samym komputerem, mogą zobaczyć odpowiedzi tak, jak je napisano.
    .child = Kilka osób opiekuje się naszym komputerem. Mogą zobaczyć słowa tak, jak je piszesz.
privacy-sees-published = Publikowane są liczby, nigdy małe, i krótkie cytaty, które nie zdradzają, kto je powiedział.
    .child = Mówimy wszystkim, ile osób powiedziało każdą rzecz. Nigdy nie pokazujemy małych liczb. Możemy pokazać kilka twoich słów, ale nie to, kto je powiedział.
privacy-sees-nobody = Niczego nie sprzedajemy, nie widzi tego żaden reklamodawca, a ta strona nie pobiera niczego od nikogo innego.
    .child = Nie sprzedajemy twoich słów. Nie widzi ich nikt, kto robi reklamy. Ta strona nie prosi o nic żadnej innej strony.
privacy-risk = Co może pójść źle
    .child = Co może pójść źle
privacy-risk-rare = Coś rzadkiego razem z miejscem zamieszkania może zdradzić, kim ktoś jest. Takie pytanie można pominąć albo zaznaczyć, że woli się nie mówić: jedno i drugie jest w porządku.
    .child = Czy jest w tobie coś rzadkiego? To i miejsce, gdzie mieszkasz, może zdradzić, kim jesteś. Możesz pominąć takie pytanie. Albo wybierz, że wolisz nie mówić. To jest w porządku.
privacy-risk-names = Komputer, który ukrywa nazwiska, może któreś przeoczyć. Proszę nie podawać nazwisk, adresów ani szkół.
    .child = Komputer ukrywa nazwiska, ale może któreś przeoczyć. Dlatego nie pisz nazwisk, swojego adresu ani nazwy szkoły.
privacy-risk-code = Kto ma kod, może odpowiedzi zobaczyć, zmienić i usunąć.
    .child = Jeśli twój kod ma ktoś inny, może zobaczyć twoje odpowiedzi. Może je zmienić albo skasować. Pokaż go tylko komuś, komu ufasz.
privacy-risk-history = Historia tej przeglądarki pokazuje, że ktoś tu był, nawet po wybraniu „Opuść tę stronę”. Kogo to niepokoi, może użyć innego telefonu lub komputera.
    .child = Ta przeglądarka może pokazać, że tu jesteś, nawet jeśli naciśniesz „Opuść tę stronę”. Jeśli się tym martwisz, użyj innego telefonu lub komputera.
privacy-danger = Jeśli grozi Państwu niebezpieczeństwo
    .child = Jeśli grozi ci niebezpieczeństwo
privacy-danger-now = Jeśli Państwu lub komuś innemu grozi teraz niebezpieczeństwo, proszę zadzwonić pod numer { $phone }.
    .child = Czy teraz grozi ci niebezpieczeństwo? Zadzwoń pod numer { $phone }.
privacy-danger-words = Nikt nie czyta odpowiedzi od razu i nie możemy nikogo odnaleźć, jeśli sam nie powie nam, kim jest. Jeśli to zrobi i ktoś jest w niebezpieczeństwie, musimy powiadomić kogoś, kto może pomóc.
    .child = Nikt nie czyta twoich słów od razu. Nie możemy cię znaleźć, jeśli nie powiesz nam, kim jesteś. Jeśli powiesz, a tobie albo komuś innemu grozi niebezpieczeństwo, musimy powiedzieć komuś, kto może pomóc.
privacy-do = Co można zrobić
    .child = Co możesz zrobić
privacy-do-erase = { $link } za pomocą kodu. Usunięte odpowiedzi znikają z bazy danych, z wyszukiwania i z każdego późniejszego liczenia, a cytaty z nich znikają z naszych stron. Liczby opublikowane wcześniej pozostają bez zmian.
    .child = { $link } za pomocą kodu. Jeśli je skasujesz, znikną i już ich nie liczymy. Jeśli Twoje słowa były na naszej stronie, zdejmiemy je. Liczby, które podaliśmy wcześniej, zostają.
privacy-do-change = Za pomocą kodu można je też zmienić, dopóki ankieta jest otwarta.
    .child = Z kodem możesz też zmienić swoje odpowiedzi, aż do ostatniego dnia.
privacy-do-ask = { $link }: jeśli ktoś chce wiedzieć więcej albo coś jest nie tak.
    .child = { $link }: jeśli chcesz wiedzieć więcej albo coś jest nie tak. Może to za ciebie zrobić ktoś, komu ufasz.

## Accessibility

accessibility-title = Dostępność
accessibility-want = Chcemy, żeby każdy, kogo pytamy, mógł odpowiedzieć.
accessibility-can = Co tu można zrobić
accessibility-can-keyboard = Używać samej klawiatury i widzieć, gdzie się jest.
accessibility-can-large = Powiększyć wszystko czterokrotnie albo użyć wąskiego telefonu bez przewijania w bok.
accessibility-can-dark = Wybrać ciemne strony lub własne kolory w ustawieniach urządzenia.
accessibility-can-scripts = Odpowiadać bez JavaScriptu.
accessibility-can-long = Odpowiadać tak długo, jak trzeba. Można przerwać, zapisać i wrócić z kodem: odpowiedzi czekają 30 dni.
accessibility-can-print = Wydrukować każdą stronę albo wydrukować pytania i odpowiedzieć na papierze.
accessibility-can-easy = Czytać pytania w wersji łatwej do czytania, z krótszymi zdaniami i większymi literami, jeśli ankieta ją ma. Dzieci mają strony we własnych słowach, z obrazkami.
accessibility-can-listen = Wysłuchać pytania na głos, jeśli przeglądarka ma głos dla jego języka.
accessibility-checked = Co sprawdziliśmy
accessibility-checked-words = Dążymy do zgodności z WCAG 2.2 na poziomie AA. Przy każdej zmianie program (axe) sprawdza strony każdego rodzaju w szerokości telefonu i biurka, a droga od pierwszej do ostatniej strony jest przechodzona w przeglądarce z JavaScriptem i bez niego.
accessibility-bad = Co nie jest jeszcze dobre
accessibility-bad-readers = Tych stron nie wypróbowały z czytnikami ekranu osoby, które używają ich na co dzień.
accessibility-bad-children = Nie wypróbowały ich dzieci ani osoby, którym trudno się czyta.
accessibility-bad-browser = Wypróbowano je w jednej przeglądarce, Chromium, a nie na prawdziwych telefonach.
accessibility-bad-easy = Nie ma brytyjskiego języka migowego. Prostymi słowami napisane są tylko pytania i strona o Państwa danych. Nie każdej strony można posłuchać: nie tej, która pokazuje wszystkie odpowiedzi.
accessibility-bad-languages = Słów tych stron po walijsku, polsku, rumuńsku i w urdu nie sprawdziły osoby mówiące tymi językami. Same pytania mogą być w mniejszej liczbie języków.
accessibility-bad-program = Program znajduje mniej niż połowę przeszkód. Są też takie, o których nie wiemy.
accessibility-way = Jeśli coś przeszkadza
accessibility-way-words = { $link }. Można odpowiedzieć inaczej: poprosić o papier albo poprosić kogoś o zapisanie odpowiedzi.
accessibility-way-link = Proszę nam powiedzieć
accessibility-unhappy = Jeśli nasza odpowiedź nie wystarczy, można zwrócić się do { $link }.

## When something did not work

error-not-found = Nie możemy znaleźć tej strony
error-not-found-words = W adresie może być pomyłka albo to, co tu było, już się skończyło.
error-consultation = Nie możemy znaleźć tych konsultacji
error-consultation-words = Pod tym adresem o nic nie pytamy. Proszę sprawdzić, czy nie ma w nim pomyłki, albo zobaczyć, o co teraz pytamy.
error-foreign = Nie przyjęliśmy tego formularza
error-foreign-words = Przyszedł z innej strony, więc nic z nim nie zrobiliśmy.
error-foreign-do = Proszę otworzyć stronę tutaj i wysłać go ponownie.
error-unreadable = Nie udało się odczytać tego formularza
error-unreadable-words = To, co dotarło, nie jest formularzem z naszych stron. Proszę wrócić i wysłać go ponownie.
error-too-large = To jest za długie
error-too-large-words = Wysłany tekst jest dłuższy, niż możemy przyjąć. Możemy przyjąć około tysiąca stron.
error-too-large-do = Proszę wrócić; słowa powinny nadal tam być. Proszę je skrócić i wysłać ponownie.
error-too-slow = To nie dotarło
error-too-slow-words = Połączenie jest za wolne albo zostało przerwane. Niczego nie zapisano. Proszę wrócić i wysłać ponownie.
error-busy = Za dużo naraz
error-busy-words = W tej chwili odpowiada wiele osób. Niczego nie zapisano w połowie.
error-busy-do = Proszę odczekać kilka sekund, wrócić i wysłać ponownie. Słowa powinny nadal tam być.
error-broken = Przepraszamy, coś się zepsuło
error-broken-words = To nasza wina, nie Państwa. Zapisaliśmy, co się stało.
error-broken-do = Proszę wrócić i spróbować ponownie za minutę. Jeśli coś było wysyłane, słowa powinny nadal tam być.
error-method = To tutaj nie działa
error-method-words = Tej strony nie używa się w ten sposób. Proszę otworzyć ją przez odnośnik.
error-back-to-answers = Wróć do odpowiedzi: są zachowane

## Więcej rodzajów pytań

about-you-at = O Tobie, { $at } z { $of }
pick-all = Proszę zaznaczyć wszystko, co pasuje.
    .child = Zaznacz wszystko, co pasuje.
pick-up-to = Proszę zaznaczyć najwyżej { $most }.
    .child = Zaznacz najwyżej { $most }.
pick-exactly = Proszę zaznaczyć { $most }.
    .child = Zaznacz { $most }.
pick-between = Proszę zaznaczyć od { $least } do { $most }.
    .child = Zaznacz od { $least } do { $most }.
too-many = Zaznaczono: { $picked }. Proszę odznaczyć { $over }, żeby zostało { $most }
    .child = Zaznaczono: { $picked }. Odznacz { $over }, żeby zostało { $most }
too-few = Zaznaczono: { $picked }. Proszę zaznaczyć jeszcze { $more } albo pominąć to pytanie
    .child = Zaznaczono: { $picked }. Zaznacz jeszcze { $more } albo pomiń to pytanie
none-beside = Zaznaczono „{ $option }” i coś jeszcze. Proszę zostawić tylko to albo tylko pozostałe
    .child = Zaznaczono „{ $option }” i coś jeszcze. Zostaw tylko to albo tylko pozostałe
rank-rule =
    { $places ->
        [one] Wybierz to, co najważniejsze.
        [few] Wybierz najwyżej { $places }, najważniejsze jako pierwsze.
        [many] Wybierz najwyżej { $places }, najważniejsze jako pierwsze.
       *[other] Wybierz najwyżej { $places }, najważniejsze jako pierwsze.
    }
rank-empty = Nic
rank-first = Pierwsze
rank-second = Drugie
rank-third = Trzecie
rank-place = Miejsce { $place }
ranked-twice = „{ $option }” stoi na dwóch miejscach. Proszę zostawić na jednym z nich
    .child = „{ $option }” stoi na dwóch miejscach. Zostaw na jednym z nich
not-a-number = Proszę wpisać liczbę całkowitą od { $least } do { $most } albo pominąć to pytanie
    .child = Wpisz liczbę całkowitą od { $least } do { $most } albo pomiń to pytanie
postcode-label = Brak pewności? Można wpisać kod pocztowy
    .child = Nie wiesz na pewno? Wpisz kod pocztowy
postcode-hint = Sprawdzamy, jaki to dystrykt, i od razu zapominamy kod.
postcode-empty = Proszę wpisać kod pocztowy albo wybrać z listy
postcode-first-part-only = To tylko pierwsza część. Proszę wpisać cały kod pocztowy albo wybrać z listy
postcode-not-a-postcode = Tak nie wygląda kod pocztowy. Proszę go sprawdzić albo wybrać z listy
postcode-not-known = Nie znamy tego kodu pocztowego. Proszę go sprawdzić albo wybrać z listy
postcode-ended = Ten kod pocztowy nie jest już używany. Proszę wybrać z listy
postcode-without-district = Nie wiemy, w jakim dystrykcie jest ten kod pocztowy. Proszę wybrać z listy
easy-read-on = Tekst łatwy do czytania
easy-read-off = Wyłącz tekst łatwy do czytania
after-sensitive = Jeśli to pytanie coś poruszyło, można teraz z kimś porozmawiać.
    .child = To było trudne pytanie. Jeśli jest Ci smutno albo się boisz, powiedz dorosłemu, któremu ufasz.

## Pytania o osobę

equality-title = Kilka pytań o Ciebie?
equality-why = Pokazują nam, kogo jeszcze nie słyszeliśmy i komu jest trudniej. Nie musisz odpowiadać: Twoje odpowiedzi liczą się tak samo.
    .child = Pokazują nam, których dzieci jeszcze nie słyszeliśmy. Nie musisz. Twoje odpowiedzi liczą się tak samo.
equality-rare = W małej miejscowości nietypowa odpowiedź może zdradzić, kim ktoś jest. Możesz pominąć każde z pytań albo wybrać „Wolę nie mówić”.
    .child = Możesz pominąć każde z nich.
equality-yes =
    { $count ->
        [one] Tak, jedno pytanie
        [few] Tak, { $count } pytania
        [many] Tak, { $count } pytań
       *[other] Tak, { $count } pytania
    }
equality-no = Nie, wyślij moje odpowiedzi
equality-missing = Proszę wybrać „tak” albo „nie”
    .child = Wybierz „tak” albo „nie”
send-title = Wyślij odpowiedzi
send-words = To już wszystko. Nic jeszcze nie wysłano.
send-look = Zobacz jeszcze raz wszystkie odpowiedzi

## Czytanie na głos i natychmiastowe wyjście

listen = Przeczytaj mi to
listen-stop = Przestań czytać
safety-title = Jak natychmiast opuścić te strony
safety-button = Przycisk wyjścia jest na górze każdej strony. Przenosi na stronę z pogodą i zapomina to, co napisano, a czego nie wysłano.
safety-keys = Na klawiaturze można też trzy razy nacisnąć klawisz Shift.
safety-history = Nie da się tak wyczyścić historii przeglądarki. Kto tam zajrzy, może zobaczyć, że ktoś tu był. Jeśli to niepokoi, lepiej użyć innego telefonu lub komputera.
    .child = Nie da się tak wyczyścić historii przeglądarki. Kto tam zajrzy, może zobaczyć, że ktoś tu był. Jeśli Cię to niepokoi, użyj innego telefonu lub komputera.
safety-try = Można to teraz wypróbować. Potem trzeba wrócić i iść dalej.
    .child = Możesz to teraz wypróbować. Potem wróć i idź dalej.

## Stopping half-way and coming back

later-button = Zapisz i wróć później
    .child = Zatrzymaj się tu i wróć później
later-title = Można wrócić później
    .child = Możesz wrócić później
later-kept = Odpowiedzi są zapisane. Nic nie zostało wysłane.
later-code = Kod do powrotu
later-code-words = Proszę go przepisać albo zrobić mu zdjęcie. Z nim można odpowiadać dalej, tutaj albo na innym telefonie lub komputerze. Kto ma kod, może przeczytać te odpowiedzi.
    .child = Przepisz go. Z nim możesz odpowiadać dalej później, tutaj albo gdzie indziej. Pokaż go tylko komuś, komu ufasz.
later-how = Żeby odpowiadać dalej, trzeba otworzyć „{ $link }” i wpisać kod.
later-until = Odpowiedzi przechowujemy przez 30 dni od ostatniego użycia. Można je wysłać do: { $day }
later-exit = „Opuść tę stronę” od razu je usuwa. Kod wtedy niczego nie otwiera.
later-go-on = Odpowiadaj dalej teraz
later-forget-words = Kod można usunąć z tego urządzenia, żeby następna osoba nie zobaczyła odpowiedzi. Odpowiedzi zostaną zapisane pod kodem.
    .child = Usuń kod z tego urządzenia, żeby następna osoba nie zobaczyła Twoich odpowiedzi. Zachowaj swój kod!
later-forget = Zapomnij na tym urządzeniu
come-back-title = Wróć do przerwanych odpowiedzi
come-back-hint = Kod pojawił się przy przerwaniu. Zaczyna się od P i ma 28 liter i cyfr. Wielkość liter, odstępy i kreski nie mają znaczenia.
come-back-go = Dalej
come-back-unknown = Pod tym kodem nic nie jest zapisane. Proszę sprawdzić, czy nie ma w nim pomyłki. Odpowiedzi, do których nikt nie wrócił przez 30 dni, są usuwane
come-back-receipt = To kod odpowiedzi, które zostały wysłane. Proszę użyć go pod „Zobacz lub usuń odpowiedzi”
come-back-lost = Nie wiemy, które odpowiedzi są czyje, więc nie możemy ich odnaleźć. Można zacząć od nowa.
start-code = Mam kod, żeby wrócić do przerwanych odpowiedzi
privacy-while-code = Kto zapisze odpowiedzi, żeby wrócić później, dostaje tę liczbę jako kod. Kto ma kod, może odpowiadać dalej.
    .child = Jeśli przerwiesz i wrócisz później, dostaniesz tę długą liczbę jako kod. Jeśli ma go ktoś inny, może dalej odpowiadać za ciebie.

## Changing answers that were sent

receipt-place = To kod odpowiedzi, których jeszcze nie wysłano. Proszę użyć go pod „Wróć do przerwanych odpowiedzi”
kept-until = Odpowiedzi można zmienić do: { $day }. Kod się nie zmieni.
kept-change = Zmień moje odpowiedzi
check-correcting = To zmiana odpowiedzi, które zostały wysłane wcześniej. Do chwili wysłania stare pozostają bez zmian.
    .child = Zmieniasz odpowiedzi wysłane wcześniej. Dopóki nie wyślesz nowych, zostają stare.
thanks-code-same = Wcześniejszy kod nadal działa.
gone-title = Te odpowiedzi zostały usunięte
gone-words = Usunięto je za pomocą kodu, zanim zmiany zostały wysłane. Co usunięto, pozostaje usunięte, więc zmiany także nie zostały zapisane.

## On paper

paper-title = Odpowiedz na papierze
paper-choose = Proszę wybrać, kto wypełni arkusz i w jakim języku. Potem wydrukować stronę.
paper-print = Tę stronę drukuje się poleceniem drukowania w przeglądarce.
paper-other = Inne wersje
paper-number = Numer tego arkusza
paper-number-hint = Proszę zostawić puste: to miejsce dla osoby, która przepisze arkusz.
paper-fill = Proszę pisać ciemnym długopisem. Każde pytanie można pominąć.
    .child = Pisz ciemnym długopisem. Każde pytanie możesz pominąć.
paper-no-code = Papier nie ma kodu: po przepisaniu nikt nie może go odnaleźć, żeby go pokazać, zmienić lub usunąć.
paper-one = Proszę zaznaczyć jedno pole.
    .child = Zaznacz jedno pole.
paper-rank = Proszę wpisać 1 w polu tego, co najważniejsze, potem 2 i tak dalej. Ostatnia liczba: { $places }.
    .child = Wpisz 1 w polu tego, co najważniejsze, potem 2 i tak dalej. Ostatnia liczba: { $places }.
paper-between = Liczba całkowita od { $least } do { $most }.
paper-if = To pytanie jest dla osób, które w pytaniu { $question } zaznaczyły: { $options }.
paper-if-answered = To pytanie jest dla osób, które coś napisały w pytaniu { $question }.
paper-if-between = To pytanie jest dla osób, które w pytaniu { $question } wpisały liczbę od { $least } do { $most }.
paper-done = Po wypełnieniu
paper-hand-in = Proszę oddać arkusz osobie, od której pochodzi, albo wysłać go. Adresat: { $organisation }. Powinien dotrzeć do dnia: { $day }
    .child = Oddaj arkusz osobie, która Ci go dała, albo wyślij go. Adresat: { $organisation }. Powinien dotrzeć do dnia: { $day }
paper-typed = Przepisują go dwie osoby, każda bez wglądu w to, co wpisała druga, żeby znaleźć pomyłki.

## Classes, groups and places

number = { $count }
number-hidden = ukryte
number-hidden-words = : mała liczba, której nie ujawniamy. Nie należy czytać tego jako zera.
qr-alt = Kod QR prowadzący do { $address }
way-counted = Liczymy, ile osób stąd zaczyna i wysyła. Nigdy nie zapisujemy, kto.
group-title = Odpowiedz z klasą lub grupą
group-intro = Dla nauczycieli, opiekunów młodzieży i każdego, kto zbiera ludzi razem. Dostają Państwo krótki kod do pokazania. Każda osoba go wpisuje i odpowiada osobno. Konto nie jest potrzebne.
group-name = Jak nazywa się klasa lub grupa?
group-name-hint = Żeby można ją było rozpoznać, na przykład „Klasa 6, wtorek”. Widzi ją każdy, kto ma kod. Proszę nie podawać niczyjego imienia.
group-headcount = Ile osób jest dzisiaj?
group-headcount-hint = Zachowujemy liczbę i nic o tym, kto to jest.
group-perspective = Kim są te osoby?
group-perspective-hint = Jeśli wszyscy odpowiadają jako jedno z tych, nie pytamy ich, kim są.
group-each = Niech każda osoba powie to sama
group-device = Na czym odpowiadają?
group-own = Każdy na swoim urządzeniu
group-shared = Na jednym urządzeniu, po kolei
group-shared-hint = Urządzenie zapomina każdą osobę, zanim zacznie następna.
group-start = Pobierz kod
group-name-missing = Proszę wpisać, jak nazywa się klasa lub grupa
group-name-long = Proszę skrócić nazwę. Największa liczba znaków: { $most }
group-headcount-wrong = Proszę wpisać, ile jest osób: liczba całkowita od 1 do { $most }
group-ready = { $name }: kod dla grupy
group-go = Proszę otworzyć { $address } i wpisać ten kod:
group-scan = Albo zeskanować to aparatem:
group-until = Kod działa do dnia: { $day }.
group-return = Tutaj można wrócić i zobaczyć, ile osób odpowiedziało: { $address }
group-turnout = Ile osób wzięło udział
group-in = W grupie
group-came = Zaczęły
group-sent = Wysłały odpowiedzi
group-rounded = To, co liczymy, jest zaokrąglone do najbliższej wielokrotności { $rounding }. Poniżej { $threshold } liczba jest ukryta, żeby nikogo nie można było wskazać. Aby policzyć ponownie, proszę odświeżyć stronę.
group-run = Jak to poprowadzić
group-time = Proszę doliczyć pięć minut na rozdanie urządzeń i wpisanie kodu.
group-read = Proszę najpierw przeczytać pytania, żeby żadne nie zaskoczyło.
group-look = Niech wszyscy siedzą tak, żeby nikt nie widział cudzego ekranu. Prosimy też nie patrzeć na ekrany. Jeśli ktoś chce pomocy w czytaniu, proszę przeczytać pytanie na głos i odwrócić wzrok, gdy odpowiada.
group-pass = Każdy po wysłaniu naciska „Następna osoba” i dopiero wtedy podaje urządzenie dalej. Jeśli ktoś przerwie w połowie, proszę wpisać kod jeszcze raz: to, co napisał, znika wtedy z urządzenia.
group-say = Co powiedzieć na początku
group-say-free = „Nie musicie tego robić. Każde pytanie możecie pominąć i możecie przestać.”
group-say-test = „To nie jest sprawdzian. Nie ma złych odpowiedzi.”
group-say-who = „Nikt się nie dowie, co powiedzieliście. Ja też nie. Nie piszcie imion ani nazwisk.”
group-say-code = „Na końcu dostaniecie długi kod. Jest tylko dla was. Z nim możecie zobaczyć lub usunąć to, co powiedzieliście.”
group-safe = Jeśli coś Państwa zaniepokoi
group-safe-words = Nikt nie czyta odpowiedzi od razu i nikt nie wie, czyje one są. To, co tu napisano, nie zostało nikomu zgłoszone.
group-safe-do = Jeśli ktoś powie lub da poznać, że nie jest bezpieczny, proszę jeszcze dziś postąpić według własnych zasad ochrony dzieci, jak każdego innego dnia.
join-title = Proszę wpisać kod
join-hint = Ma 6 liter i cyfr. Wielkość liter i odstępy nie mają znaczenia.
join-unknown = Nie mamy takiego kodu. Proszę sprawdzić, czy nie ma w nim pomyłki, albo zapytać osobę, która go dała
join-link = Mam kod z klasy, grupy lub plakatu
error-way-ended = Ten kod już nie działa
error-way-ended-words = O nowy kod proszę zapytać osobę, która dała poprzedni. Można też odpowiedzieć bez kodu.
error-way-without = Odpowiedz bez kodu
next-title = Zanim urządzenie trafi dalej
    .child = Zanim podasz je dalej
next-words = Czy kod ma zostać? Proszę teraz przepisać go na papier. Po naciśnięciu przycisku to urządzenie zapomni kod i odpowiedzi.
    .child = Chcesz zachować swój kod? Przepisz go teraz na papier. Gdy naciśniesz przycisk, to urządzenie zapomni Twój kod i Twoje odpowiedzi.
next-person = Następna osoba
privacy-while-way = Jeśli ktoś zaczyna z kodem klasy, grupy lub miejsca, liczymy, że zaczęła jeszcze jedna osoba i że jeszcze jedna wysłała. W odpowiedziach nie ma śladu, skąd ktoś przyszedł. Na urządzeniu, które grupa podaje sobie po kolei, ciasteczko zawiera kod grupy, żeby mogła zacząć następna osoba.
    .child = Zaczynasz z kodem klasy, grupy albo miejsca? Wtedy liczymy, że zaczęła jeszcze jedna osoba i że jeszcze jedna wysłała. W twoich odpowiedziach nie ma, skąd przychodzisz. Jeśli grupa ma jeden tablet, ciasteczko trzyma kod grupy, żeby mogła zacząć następna osoba.

# Prośba o wiadomość, co z tego wynikło, i listy, które się z nią wiążą.
hear-title = Dowiedz się, co z tego wynikło
    .child = Dowiedz się, co się stało
hear-off = Ta strona nie wysyła e-maili.
hear-elsewhere = Co dzieje się z tym, co mówią ludzie, na tej stronie
hear-intro = { $organisation } napisze do Ciebie jeden raz, kiedy będzie można powiedzieć, co mówili ludzie i co postanowiono. Możesz zostawić adres niezależnie od tego, czy odpowiadasz na pytania.
hear-age = Ile masz lat?
hear-age-hint = Tego nie przechowujemy.
hear-13 = 13 lub więcej
hear-under-13 = Mniej niż 13
hear-age-missing = Powiedz, ile masz lat
hear-address = Twój adres e-mail
hear-address-hint = Na przykład imie@example.org
hear-address-missing = Wpisz swój adres e-mail
hear-address-wrong = Wpisz jeden adres e-mail, na przykład imie@example.org
hear-send = Powiadom mnie
hear-kept = Co dzieje się z Twoim adresem
hear-kept-apart = Przechowujemy go osobno, z dala od wszystkich odpowiedzi. Nikt nie zobaczy z niego, kto co powiedział ani czy w ogóle odpowiadasz.
hear-kept-once = Napiszemy, aby zapytać, czy to naprawdę Twój adres. Bez potwierdzenia w ciągu 7 dni zostanie usunięty.
hear-kept-long = Usuwamy go, gdy tylko Cię powiadomimy, gdy o to poprosisz, a w każdym razie po dwóch latach.
hear-grown-up-title = Poproś kogoś dorosłego
hear-grown-up-words = Nie masz jeszcze 13 lat, więc nie przyjmujemy Twojego adresu. Dorosły, który się Tobą opiekuje, może zostawić swój i potem Ci opowiedzieć.
hear-grown-up-safe = Jeśli adres został wpisany, nie przechowujemy go.
hear-sent-title = Sprawdź swoją pocztę
hear-sent-words = Jeśli adres jest prawidłowy, list od nas jest już w drodze. Otwórz link z listu, aby powiedzieć, że chcesz się dowiedzieć.
hear-sent-none = Nie ma listu? Zajrzyj do folderu z niechcianą pocztą. Na jeden adres piszemy najwyżej raz dziennie.
hear-confirm-title = Czy chcesz wiedzieć, co z tego wynikło?
hear-confirm-words = Jeśli tak, naciśnij przycisk. Napiszemy do Ciebie jeden raz.
hear-confirm-button = Tak, powiadomcie mnie
hear-confirmed-title = Napiszemy do Ciebie
hear-confirmed-words = Napiszemy jeden raz, kiedy będzie o czym powiedzieć.
hear-leave-title = Nie chcesz już wiadomości?
hear-leave-words = Naciśnij przycisk, a Twój adres zostanie usunięty.
hear-leave-button = Usuńcie mój adres
hear-left-title = Nie będziemy już do Ciebie pisać
hear-left-words = Twój adres został usunięty z tej listy.
hear-gone-title = Ten link już nie działa
hear-gone-words = Ma ponad 7 dni albo adres został usunięty.
hear-again = Poproś o wiadomość jeszcze raz
thanks-hear = Czy chcesz wiedzieć, co z tego wynikło?
    .child = Czy chcesz wiedzieć, co się stało?
thanks-hear-words = Zostaw adres e-mail. Przechowamy go osobno od Twoich odpowiedzi i powiadomimy Cię jeden raz.
    .child = Ktoś dorosły może zostawić adres e-mail. Potem opowie Ci, co się stało.
letter-confirm-subject = Czy chcesz wiedzieć, co wynikło z „{ $title }”?
letter-confirm-words = Ktoś, zapewne Ty, poprosił, aby { $organisation } napisało na ten adres, kiedy będzie wiadomo, co wynikło z „{ $title }”.
letter-confirm-link = Tak, napiszcie do mnie
letter-confirm-else = Jeśli to nie Ty, nie rób nic. Adres zostanie usunięty po 7 dniach i nie przyjdzie żadna inna wiadomość.
letter-leave = Usuńcie mój adres teraz
letter-told-subject = Co wynikło z „{ $title }”
letter-told-words = Prosisz o wiadomość, co wynikło z „{ $title }”. { $organisation } mówi teraz, co mówili ludzie, co dzięki temu postanowiono, a czego nie zrobiono i dlaczego.
letter-told-foot = Dostajesz ten list na swoją prośbę. Twój adres jest już usunięty: nie przyjdzie żaden inny list. Nic nie łączy go z żadną odpowiedzią.
letter-program = Ten list wysłał program. Nikt nie czyta odpowiedzi na niego, chyba że podano adres do odpowiedzi.
## Campaigns: the public page, posters, cards and slides
campaign-by = Prowadzi: { $team }
campaign-so-far = Jak daleko jesteśmy
campaign-of = Wzięło udział { $count } osób. Mamy nadzieję na { $target }.
campaign-counted = Policzono do wczoraj.
campaign-few = Dopiero zaczynamy. Jest jeszcze za mało osób, aby pokazać liczbę.
campaign-news = Aktualności
campaign-feed = Śledź aktualności w czytniku kanałów
campaign-over = Ta kampania się zakończyła. Dziękujemy wszystkim, którzy wzięli udział.
campaign-results = Co z tego wynikło
campaign-results-soon = Odpowiedzi są teraz czytane. Wkrótce będzie tu napisane, co z tego wynikło.
campaign-next = Co będzie dalej
campaign-next-results = Co powiedzieli ludzie, w liczbach
campaign-next-ballot = Wynik głosowania
campaign-next-plan = Co robi z tym plan
campaign-vote = Głosuj
campaign-scan = Zeskanuj kod albo wpisz adres
campaign-points = Jak to działa
campaign-point-skip = Możesz pominąć każde pytanie.
campaign-point-next = Powiemy Ci, co będzie dalej.
campaign-slip = Weź ze sobą kartkę ze szkoły: jest na niej kod do głosowania.
campaign-draft = Szkic: jeszcze niezatwierdzony
invited-leave-title = Nie chcesz już zaproszeń?
invited-leave-words = Naciśnij przycisk, a nie wyślemy ich na ten adres.
invited-leave-button = Nie wysyłajcie mi ich
invited-left-title = Nie wyślemy Ci więcej zaproszeń
invited-left-words = Na ten adres nie przyjdzie zaproszenie od żadnej kampanii na tej stronie.
privacy-while-hear = Jeśli zostawisz adres e-mail, aby dowiedzieć się, co z tego wynikło, stoi on na osobnej liście, z dala od wszystkich odpowiedzi. Usuwamy go, gdy tylko Cię powiadomimy.
    .child = Ktoś dorosły może zostawić adres e-mail. Trzymamy go z dala od Twoich odpowiedzi. Usuwamy go, gdy tylko mu powiemy.
## Co opublikowano

foot-results = Co powiedzieli ludzie
results-title = Co powiedzieli ludzie
results-intro = Wszystko, o co pytaliśmy i co potem opublikowaliśmy, od najnowszych. Każda publikacja ma stały adres i liczby, które nigdy się nie zmieniają.
    .child = Tutaj możesz zobaczyć, co ludzie nam powiedzieli.
results-none = Nic jeszcze nie opublikowano.
results-all = Wszystko, co opublikowano
results-everyone = Wszystkie liczby
results-chose = To są osoby, które same postanowiły odpowiedzieć. Nie są próbą wszystkich mieszkańców.
results-illustrative = Przykład: niektóre lub wszystkie te odpowiedzi wymyślono, aby pokazać, jak działa Heard
results-illustrative-tag = przykład
results-interim-tag = wstępne
results-corrected-tag = później poprawione
results-correction-tag = poprawka
results-when = Publikacja { $number }, opublikowana { $day } przez: { $organisation }.
results-number = publikację { $number }
results-interim = To są liczby wstępne: odpowiedzi wciąż napływały.
    .child = Kiedy liczyliśmy, ludzie wciąż nam odpowiadali.
results-corrected = Coś tu było błędne. Poprawiono to: { $day }.
results-corrected-link = Zobacz poprawione wyniki
results-corrects = To poprawia { $link }. Co było błędne:
results-newer = Są nowsze wyniki.
results-newer-link = Zobacz najnowsze
results-quotes-gone =
    { $count ->
        [one] Od tego czasu usunięto jeden cytat: jego autor wymazał swoje odpowiedzi albo my go wycofaliśmy.
       *[other] Liczba cytatów usuniętych od tego czasu: { $count }. Ich autorzy wymazali swoje odpowiedzi albo my je wycofaliśmy.
    }
results-about = Co to jest
results-undecided = O czym jeszcze nie zdecydowano
results-places = Miejsca
results-whole = Całe { $place }
results-for-children = Dla dzieci
results-files = Zabierz ze sobą
results-pdf = Raport (PDF)
results-poster = Plakat (PDF)
results-children = Dla dzieci (PDF)
results-xlsx = Tabele (Excel)
results-csv = Liczby (CSV)
results-json = Liczby (JSON)
results-english = Sam raport jest po angielsku.
results-wrong = Czy coś jest nie tak?
results-wrong-words = Powiedz o tym: { $organisation }, { $link }.
    .child = Powiedz dorosłemu albo poproś, żeby dorosły napisał do { $organisation }: { $link }.
results-wrong-then = Nikt nie zmienia tego, co opublikowano. Błąd poprawia się w nowej publikacji, a ta strona wtedy o tym informuje.
    .child = Jeśli coś jest nie tak, zrobimy nową, poprawną stronę. Ta strona wtedy o tym powie.
results-feeds = Aby dowiedzieć się o następnej publikacji, użyj czytnika kanałów: { $atom } albo { $rss }.
## A village of 100 children

village-title = Wioska stu dzieci
village-why = Trudno wyobrazić sobie wszystkie dzieci z jakiegoś miejsca. Wyobraź więc sobie wioskę, w której sto dzieci przedstawia je wszystkie.
village-each = Każdy obrazek to cała wioska. Wypełnione postacie to dzieci, o których mowa. Jedno dziecko może być na kilku obrazkach.
village-together = Tutaj każde dziecko z wioski należy tylko do jednej grupy.
village-count = { $count } na 100
village-no-number = Plan nie podaje liczby:
village-wanted = Tego chce dla nich plan. Nie podaje liczb.
village-ours = Narysowaliśmy to na podstawie danych z planu. Plan nie pokazuje tego w ten sposób.
village-differ = Liczby nie dotyczą tych samych dzieci ani tego samego roku. Pod każdą jest napisane, kogo dotyczy, kiedy i kto ją podaje.
village-of = Spośród: { $who }.
village-when = Liczba za { $when }.
village-undated = Plan nie podaje, kiedy.
village-unsourced = Plan nie podaje źródła.
village-rounded = Liczby są zaokrąglone do całych dzieci.
village-from = Źródło: { $plan }.
village-invented = Ten plan jest zmyślony. Nikt go nie opublikował.

## Co z tego wynikło

said-title = Państwo powiedzieli, my zrobiliśmy
    .child = Powiedzieliście nam, więc to zrobiliśmy
said-words = Co ludzie odpowiedzieli na nasze pytania, co postanowiono i co zrobiono.
said-none = Nikt jeszcze nie napisał, co wynikło z wcześniejszych pytań. Gdy napisze, będzie to tutaj.
said-asked = Zapytaliśmy
said-said = Państwo powiedzieli
    .child = Powiedzieliście nam
said-decided = Postanowiliśmy
said-did = Zrobiliśmy
    .child = Co zrobiliśmy
said-will = Robimy albo zrobimy
    .child = Co zrobimy
said-stopped = Z czego zrezygnowaliśmy
said-not = Czego nie zrobimy i dlaczego
said-named = Wymieniono { $theme }
said-share = { $what }: { $share }, pytanych: { $base }
said-people =
    { $count ->
        [one] { $count } osoba
        [few] { $count } osoby
       *[other] { $count } osób
    }
said-hidden = { $what }: ta liczba jest ukryta, aby nie ujawniać małych liczb: jej samej albo innych, które by zdradziła. Nie znaczy to, że nikt.
said-chose = To osoby, które zdecydowały się odpowiedzieć. Nie reprezentują wszystkich.
said-owner = Kto to robi: { $owner }.
said-planned = Planowane na: { $day }
said-under-way = Rozpoczęte, termin: { $day }
said-done = Zrobione: { $day }
said-dropped = Zaniechane.
said-published = Opublikowano: { $day }
said-easy = Słowami dla wszystkich
    .child = Prostymi słowami, dla dzieci
said-full = Wszystko, z liczbami i datami
said-plan = Plan, który z tego powstał
said-all = Co wynikło z innych pytań
said-plans = Opublikowane plany
## Voting

vote-seats = Ilu wygrywa: { $seats }
vote-start = Zacznij głosować
vote-counted = Jak liczy się głosy
vote-method-plurality = Każdy znak to jeden głos. Wygrywa najwięcej głosów.
vote-method-approval = Zaznacz wszystko, co Ci odpowiada. Każdy znak to jeden głos. Wygrywa najwięcej głosów.
vote-method-borda = Pierwszy wybór dostaje najwięcej punktów, drugi o punkt mniej i tak dalej. Wygrywa najwięcej punktów.
vote-method-dowdall = Pierwszy wybór dostaje punkt, drugi pół, trzeci jedną trzecią i tak dalej. Wygrywa najwięcej punktów.
vote-method-runoff = Jeśli żadna propozycja nie jest pierwsza na ponad połowie kart, odpada ta, która ma najmniej głosów, a te karty liczą się dla następnego wyboru. Tak aż jedna propozycja ma ponad połowę.
vote-method-stv = Wybrana zostaje propozycja, która zdobędzie ustaloną liczbę głosów. Głosy, których nie potrzebuje, i głosy propozycji, które odpadły, przechodzą na następny wybór z tych kart. To zasady wyborów do rad w Szkocji.
vote-method-schulze = Porównuje się każde dwie propozycje: ile kart stawia jedną przed drugą. Wygrywa ta, która pokona wszystkie inne. Jeśli takiej nie ma, decyduje najsilniejszy łańcuch zwycięstw.
vote-method-points = Punkty się dodaje. Wygrywa najwięcej punktów.
vote-tie = Remis rozstrzyga losowanie z tego tekstu, które każdy może powtórzyć: „{ $seed }”
vote-fixed = Nic z tego nie zmieni się po rozpoczęciu głosowania. Odcisk: { $digest }
vote-secret-title = Twój głos jest tajny
vote-secret = Nie pytamy o imię. To, co zaznaczysz, zapisujemy bez Twojego kodu, szkoły i godziny. Nikt nie zobaczy wyników przed końcem głosowania.
vote-secret-open = Nie pytamy o imię. To, co zaznaczysz, zapisujemy bez godziny i bez niczego, co mówi, kim jesteś. Nikt nie zobaczy wyników przed końcem głosowania.
vote-who = Kto może głosować: od { $youngest } do { $oldest } lat
vote-until = Głosowanie kończy się: { $day }, godz. { $time }.
vote-closing = Wyślij głos przed { $time }, { $day }. Karta zaczęta wcześniej, a wysłana później, nie liczy się.
vote-opens = Głosowanie zaczyna się: { $day }, godz. { $time }.
vote-closed = Głosowanie zakończyło się: { $day }, godz. { $time }.
vote-soon = Głosy są liczone i sprawdzane. Wynik pojawi się tutaj.
vote-late-words = Głosowanie skończyło się, zanim został wysłany. Nic z tego, co zaznaczono, nie zostało zapisane.
vote-late = Twój głos przyszedł za późno i się nie liczy
vote-see-result = Zobacz wynik
vote-choices = Na co można głosować
vote-raised = Zgłoszone przez osoby, które odpowiedziały w konsultacji
vote-raised-all = Wszystkie te sprawy zgłosili ludzie, którzy odpowiedzieli w konsultacjach.
vote-code = Twój kod do głosowania
vote-slip-how = Zeskanuj telefonem albo wejdź na
vote-slip-once = Działa raz. Nikt nie pozna po nim, jak głosujesz.
vote-code-hint = Jest na kartce, którą masz: 16 liter i cyfr. Wielkość liter, spacje i kreski nie mają znaczenia.
vote-code-held = Twój kod został odczytany. Nie trzeba go wpisywać.
vote-code-missing = Wpisz swój kod do głosowania
vote-code-unknown = Nie znamy tego kodu. Sprawdź, czy nie ma pomyłki, albo zapytaj osobę, która go dała
vote-code-used = Ten kod został użyty. Jeśli głos właśnie został wysłany, jest policzony. Jeśli to nie Ty, poproś o inny kod
vote-code-stopped = Ten kod został zatrzymany, bo zaginęła paczka kartek. Poproś o inny
vote-voted = Ktoś już głosował w tej przeglądarce
vote-voted-words = Jeśli to Ty, Twój głos jest policzony i nie można go zmienić. Jeśli urządzenie jest wspólne, kolej na następną osobę.
vote-halted = Głosowanie zostało wstrzymane
vote-halted-words = Zmieniono coś, czego po rozpoczęciu głosowania zmieniać nie wolno. Powiedz o tym organizatorom. Wysłane głosy są bezpieczne.
vote-mark-any = Zaznacz, ile chcesz.
vote-mark-up-to = Zaznacz najwyżej { $most }.
vote-points-rule = Masz { $budget } punktów. Daj wszystkie jednej propozycji albo je rozdziel.
vote-about = Do policzenia, kto bierze udział. Nie zapisujemy tego z głosem i możesz to pominąć.
vote-age = Ile masz lat?
vote-district = Gdzie mieszkasz?
vote-not-say = Wolę nie mówić
vote-spoilt-empty = Nic nie zaznaczono. Zaznacz coś albo wyślij pustą kartę, jeśli tego chcesz
vote-spoilt-many = Zaznaczono { $marked }, a można najwyżej { $most }. Taka karta by się nie liczyła. Odznacz coś
vote-spoilt-twice = „{ $name }” stoi w dwóch miejscach. Taka karta by się nie liczyła. Zostaw w jednym
vote-spoilt-points = Rozdano { $given } punktów, a jest { $budget }. Taka karta by się nie liczyła. Odejmij kilka
vote-spoilt-number = Punkty wpisz jako liczby całkowite, na przykład 3
vote-spoilt-other = Taka karta by się nie liczyła. Zaznacz ją jeszcze raz
vote-blank = Wyślij pustą kartę
vote-check-title = Sprawdź swój głos
vote-check-blank = Karta jest pusta: bierzesz udział i nie głosujesz na nikogo.
vote-check-once = Nic jeszcze nie wysłano. Po wysłaniu nie można nic zmienić.
vote-send = Wyślij mój głos
vote-change = Zmień
vote-points-given = { $points } dla: { $name }
vote-thanks = Dziękujemy. Twój głos jest policzony.
vote-thanks-words = Nikt nie wie, który głos jest Twój, więc nikt go nie odszuka, nie zmieni ani nie odbierze.
vote-thanks-result = Po zakończeniu głosowania wynik i sposób liczenia będą tutaj:
vote-next = Czy na tym urządzeniu głosuje ktoś jeszcze?
vote-next-words = Naciśnij przycisk i podaj dalej. Nic po Tobie nie zostaje.
vote-result-of = Wynik: { $title }
vote-wins = Wygrywa: { $name }
vote-wins-half = Wygrywa: { $name } (głosy: { $votes } z { $counting } liczących się jeszcze w ostatniej rundzie)
vote-half-of = Karty, które się liczą: { $papers }. W ostatniej rundzie { $exhausted } z nich nie wskazuje żadnej z pozostałych propozycji, więc { $name } ma { $votes } z { $papers } ({ $share }).
vote-two-names = { $first } i { $last }
vote-chosen = Wybrano: { $names }
vote-won = Wybrane
vote-nobody = Żadna karta się nie liczy, więc nic nie zostało wybrane.
vote-received = Kart otrzymano: { $received }. Liczy się { $valid }, nie liczy się { $spoilt }.
vote-by-hand = Z tego { $number } policzono ręcznie w szkołach, wpisane przez dwie osoby.
vote-opened-again = Głosy papierowe z tych miejsc wpisano ponownie po tym, jak dwie osoby się na nie zgodziły: { $places }
vote-beyond-roll = Wpłynęło więcej kart, niż jest osób uprawnionych do głosowania w: { $places }. Osoba, która ogłosiła wynik, wyjaśnia, dlaczego mimo to jest on prawidłowy:
vote-approved = Sprawdzono i opublikowano: { $day }. Ta strona zostaje.
vote-all = Wszystkie propozycje
vote-choice = Propozycja
vote-rank = Miejsce
vote-votes = Głosy
vote-votes-when = Głosy w chwili wyboru lub odpadnięcia (kart: { $papers })
vote-unit-of = { $unit } (kart: { $papers })
vote-rounds-differ = Te liczby pochodzą z różnych rund, więc nie sumują się do liczby kart.
vote-points = Punkty
vote-beats = Pokonuje tylu
vote-rounds = Jak liczono
vote-round = Runda { $number }
vote-quota = Aby propozycja została wybrana, potrzebuje głosów: { $votes }.
vote-why-most = { $name } wygrywa, mając { $votes }: wśród największych liczb.
vote-why-half = { $name } wygrywa, mając { $votes }: ponad połowę z { $counting }, które jeszcze się liczą w tej rundzie.
vote-why-quota = { $name } wygrywa, mając { $votes }: tyle, ile trzeba, lub więcej.
vote-why-last = { $name } wygrywa, mając { $votes }: zostało tylu, ile jest miejsc.
vote-why-beats = { $name } wygrywa: wobec każdej z pozostałych propozycji więcej kart stawia ją na pierwszym miejscu.
vote-why-path = { $name } wygrywa: żadna z pozostałych propozycji nie ma do niej silniejszej ścieżki niż ona do tamtej.
vote-out = { $name } ma najmniej, { $votes }, i odpada.
vote-surplus = { $name } ma o { $surplus } więcej, niż trzeba. Karty przechodzą dalej, każda za { $value } swojej wartości.
vote-moved = { $votes } od: { $from } przechodzi do: { $to }.
vote-exhausted = { $votes } od: { $from } nie wskazuje żadnej z pozostałych propozycji.
vote-exhausted-all = Karty, które dotąd nie wskazują żadnej z pozostałych propozycji: { $votes }
vote-tie-drawn = Remis: { $names }. Losowanie ogłoszone przed głosowaniem wskazało: { $chosen }.
vote-tie-open = Remis: { $names }, a losowania nie ogłoszono: nikt nie jest wybrany.
vote-empty = Miejsca nieobsadzone: { $seats }
vote-turnout = Kto wziął udział
vote-by-district = Według okręgu
vote-by-age = Według wieku
vote-by-school = Według szkoły
vote-took-part = Głosowało
vote-recount = Policz samodzielnie
vote-recount-words = Plik z liczenia zawiera każdą ważną kartę i nic, co mówiłoby, czyja jest. Mając Heard na komputerze, wpisz: { $command }
vote-audit-file = Plik z liczenia
vote-blt-file = Karty jako .blt
vote-json-file = Wynik jako dane
vote-happens = Co dalej
vote-happens-plan = To, co wybrano, trafia do autorów planu. Tutaj mówią, co z tym zrobią:
vote-happens-evidence = Plan opiera się na tym wyniku:
vote-happens-later = Plan nie jest jeszcze opublikowany, a dzień nie jest ustalony. Potem ta strona poprowadzi do tego, co plan z tym robi.
vote-happens-goes = To, co wybrano, trafia do autorów planu.
vote-plan = Plan i to, co z niego wynikło
vote-left-out = Głosy papierowe z tych miejsc nie są wliczone: { $places }. Osoba, która ogłosiła wynik, wyjaśnia dlaczego:
vote-open-came = Każdy mógł głosować, bez kodu. Kart oddanych w ten sposób: { $papers }. Przeglądarka, z której oddano głos, o tym informuje, ale nic nie mogło powstrzymać kogoś przed oddaniem dwóch głosów.
vote-open-some = Każdy mógł głosować, bez kodu. Przeglądarka, z której oddano głos, o tym informuje, ale nic nie mogło powstrzymać kogoś przed oddaniem dwóch głosów.
vote-open-once = Tutaj może głosować każdy, bez kodu. Prosimy zagłosować raz: nie możemy stwierdzić, czy ktoś głosuje dwa razy.
vote-pairs = Porównanie każdych dwóch propozycji
vote-pairs-why = Ile kart stawia jedną przed drugą. Propozycja, której na karcie nie ma, jest za wszystkimi, które na niej są.
vote-pair = { $one } przed: { $other }. Kart: { $papers }. Odwrotnie: { $back }.
vote-paths = Gdzie decyduje ścieżka
vote-paths-why = Ścieżka prowadzi od jednej propozycji do drugiej krok po kroku. W każdym kroku więcej kart stawia jedną przed następną niż za nią. Ścieżka jest tak silna jak jej najsłabszy krok, a decyduje silniejsza ścieżka.
vote-path = { $one } jest przed: { $other }, dzięki ścieżce: { $path }. Kart w jej najsłabszym kroku: { $papers }. W najsilniejszej ścieżce z powrotem ({ $back }): { $fewer }.
vote-path-alone = { $one } jest przed: { $other }, dzięki ścieżce: { $path }. Kart w jej najsłabszym kroku: { $papers }. Żadna ścieżka nie prowadzi z powrotem.
vote-path-step = { $one } przed: { $other } ({ $papers })
vote-tie-out = Remis o najmniejszą liczbę głosów: { $names }. Losowanie ogłoszone przed głosowaniem zdecydowało, że odpada: { $chosen }.
vote-tie-moves = Remis: { $names }. Losowanie ogłoszone przed głosowaniem zdecydowało, czyje głosy przechodzą najpierw: { $chosen }.
vote-bars = Przerywany koniec paska to głosy, które przeszły z poprzedniej rundy.
vote-turnout-rounded = Liczby głosów w tych tabelach zaokrąglono z dokładnością do { $rounding }.
vote-turnout-hidden = „{ $hidden }” oznacza małą liczbę albo taką, która zdradziłaby małą. Nie ujawniamy jej. Nie należy czytać tego jako zera.
vote-of-residents = Z mieszkańców w wieku od { $youngest } do { $oldest } lat
vote-of-roll = Z tych, którzy mogą tam głosować
vote-of-age = Z osób w tym wieku mieszkających na tym obszarze
vote-no-roll = liczba nieznana
vote-age-screens = Wiek znamy tylko z głosów wysłanych z ekranu (kart: { $papers }), jeśli głosujący go podali. Karty policzone ręcznie nie podają wieku.
vote-age-some = Wiek znamy tylko z głosów wysłanych z ekranu, jeśli głosujący go podali. Karty policzone ręcznie nie podają wieku.
error-vote-many = Zbyt wiele głosów naraz z tej sieci
error-vote-many-words = Głos nie został jeszcze wysłany. Proszę poczekać kilka minut i wczytać tę stronę ponownie: zaznaczony głos zostanie wtedy wysłany.
vote-made-up = Próba: nikt tu naprawdę nie głosuje, a głosy już tu obecne są zmyślone.
error-vote = Nie możemy znaleźć tego głosowania
error-vote-words = Pod tym adresem nie ma głosowania. Sprawdź, czy nie ma pomyłki.
home-votes = Głosowania

## Opublikowane plany

plan-plans = Plany
plan-none = Nie opublikowano jeszcze żadnego planu.
plan-where = Miejsce w serwisie
plan-invented = Przykład: ten plan lub liczby w nim wymyślono, aby pokazać, jak działa Heard
plan-wants = Do czego dąży
plan-outcomes = Cele: { $count }
plan-objectives = Zadania główne: { $count }
plan-priorities = Priorytety: { $count }
plan-pieces = dowody: { $count }
plan-of-indicators = wskaźniki: { $count }
plan-going = Jak idzie
plan-see-progress = Zobacz postępy
plan-replies = Co powiedzieli ludzie i co zrobiono:
plan-values = Czym się kieruje
plan-partners = Kto bierze udział
plan-pdf = Plan jako PDF (po angielsku)
plan-json = Plan jako dane (JSON)
plan-versions = Wersje
plan-version = Wersja { $number }
plan-taken-from = Źródło: { $source }. Tekst podano własnymi słowami, tytuły i liczby pochodzą z planu.
plan-rests = Na czym się opiera
plan-says = Co mówi plan
plan-will = Co zostanie zrobione
plan-know = Po czym poznamy
plan-no-indicator = Plan nie podaje tu żadnego wskaźnika, więc nikt nie mógłby stwierdzić, czy się udało.
plan-rule = Rysujemy prostą linię od stanu początkowego do celu. Wskaźnik jest na dobrej drodze, gdy jego najnowsza liczba leży na tej linii lub jest lepsza. Gdy nadejdzie termin celu, pierwsza liczba z tego terminu lub późniejsza mówi, czy cel osiągnięto.
plan-whole = Cały plan
plan-progress = Postępy
plan-as-whole = Dla całego planu
plan-doing = Co się robi
plan-late = po terminie: { $count }
plan-newer = Jest nowsza wersja tego planu
plan-changed = Co się zmieniło od poprzedniej wersji
plan-published = Wersja { $number }, opublikowana { $day }.
plan-signed = Zatwierdzono: { $who }, { $day }.
plan-why = Dlaczego to ważne
plan-areas = Obszary działań
plan-success = Jak wygląda sukces
plan-undecided = Czego jeszcze nie rozstrzygnięto
plan-took-part = Czas na wzięcie udziału: od { $from } do { $to }.
plan-decides = Decyzja zapadnie { $day }.
plan-for = Co za tym przemawia
plan-against = Co przemawia przeciw
plan-nothing-linked = Niczego nie powiązano.
plan-nothing-linked-here = W planie tego okręgu niczego nie powiązano.
plan-county-against = Plan hrabstwa podaje, co przemawia przeciw: { $plan }
plan-nothing-found = Niczego nie znaleziono.
plan-chose = Odsetki dotyczą osób, które zechciały odpowiedzieć. Nie są one próbą wszystkich. Liczby są z dnia, gdy tę wersję wysłano do sprawdzenia; małe liczby są ukryte.
plan-share = { $what }: { $share } ({ $range }), podstawa: { $base }
plan-range = od { $low } do { $high }
plan-behind = Zobacz te wyniki
plan-place = Tylko osoby z tego okręgu: { $place }.
plan-place-ballot = Powiązano dla okręgu: { $place }; wynik dotyczy wszystkich głosujących.
plan-place-linked = Powiązano dla okręgu: { $place }.
plan-from-county = Z planu hrabstwa: { $plan }.
plan-takes-over = Ten plan przejmuje to, co jest w planie hrabstwa:
plan-local = Plany okręgów, które opierają się na tym planie:
plan-no-action = Plan nie podaje tu żadnego działania.
plan-actions = Kto za co odpowiada, do kiedy i jak daleko to zaszło.
plan-action = Działanie
plan-who = Kto
plan-by = Do kiedy
plan-how-far = Jak daleko
plan-overdue = po terminie
plan-nobody = Nikogo nie wskazano
plan-no-date = Brak daty
plan-planned = planowane
plan-under-way = w toku
plan-done = zrobione
plan-dropped = zarzucone
plan-unsaid = Nikt nie powiedział
plan-reached = Cel osiągnięty przed czasem
plan-on-track = Na dobrej drodze
plan-not-on-track = Nie na dobrej drodze
plan-met = Cel został osiągnięty
plan-missed = Celu nie osiągnięto
plan-passed = Nie wiadomo: termin celu minął i nie wpisano dla niego liczby
plan-last = Przy ostatnim pomiarze ({ $period }): { $said }.
plan-no-baseline = Nie wiadomo: plan nie podaje stanu początkowego
plan-baseline-undated = Nie wiadomo: plan nie podaje daty stanu początkowego
plan-no-target = Nie wiadomo: plan nie wyznacza celu liczbowego
plan-target-in-words = Nie wiadomo: cel nie jest liczbą
plan-target-undated = Nie wiadomo: cel nie ma terminu
plan-target-not-later = Nie wiadomo: termin celu nie jest późniejszy niż stan początkowy
plan-no-direction = Nie wiadomo: plan nie mówi, w którą stronę jest lepiej
plan-target-against = Nie wiadomo: cel byłby gorszy niż stan początkowy
plan-not-measured = Nie wiadomo: niczego jeszcze nie zmierzono
plan-measured-before = Nie wiadomo: najnowsza liczba nie jest późniejsza niż stan początkowy
plan-finding-none = Ten plan nie podaje żadnego wskaźnika
plan-finding-cannot = Wskaźniki: { $of }. O żadnym nie można jeszcze powiedzieć, czy jest na dobrej drodze
plan-finding = Wskaźniki: { $of }; na dobrej drodze lub z osiągniętym celem: { $well }; nie: { $badly }
plan-indicators = Wskaźniki
plan-counts = Wszystkie wskaźniki planu według tego, co można o nich powiedzieć.
plan-can-be-said = Co można powiedzieć
plan-academic = { $years } (rok szkolny)
plan-when = Kiedy
plan-figure = Liczba
plan-on-line = Na linii
plan-source = Źródło
plan-none-given = Nie podano
plan-stood = Stan początkowy
plan-should = Stan docelowy
plan-the-plan = Plan działań
plan-not-given = źródła nie zapisano
plan-from = Źródło: { $source }
plan-of-unit = { $title }; jednostka: { $unit }.
plan-less = o { $percent }% mniej niż na początku
plan-more = o { $percent }% więcej niż na początku
plan-beside = Na tle innych, gdy pisano plan:
plan-higher = wyżej niż { $other }
plan-lower = niżej niż { $other }
plan-level = tak samo jak { $other }
plan-drawn = Pierścień: stan początkowy. Kropki: późniejsze liczby. Pionowa kreska: cel.
plan-dashed = Linia przerywana: prosta między nimi.
plan-reach = Rysunek sięga od { $low } na dole do { $high } u góry.
plan-drawn-stood = na początku { $figure }
plan-drawn-now = teraz { $figure }
plan-drawn-should = cel: { $figure }
results-onward = Co z tego wynikło
results-officers = Dla urzędników: odpowiedzi, na których opierają się te liczby
said-results = Co powiedzieli ludzie, w liczbach
said-in-plan = W planie:
results-village = Jako wioska stu osób
results-village-title = Gdyby 100 osób zastąpiło wszystkich, którzy odpowiedzieli w { $place }
results-village-why = Każdy obrazek to cała setka. Wypełnione postacie to ci, którzy o tym mówili. Jedna osoba może być na kilku obrazkach.
results-village-hidden = Liczba, której nie ujawniamy. To nie znaczy nikt:
