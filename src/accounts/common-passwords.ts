/**
 * What people choose first and whoever guesses tries first: runs of keys and digits, the word itself in several
 * languages, names, teams, and this site's own subject. In lower case, none shorter than a password may be.
 */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(
  `
  12345678 123456789 1234567890 12345678910 123456789a 123456789q 0123456789 987654321 87654321
  9876543210 0987654321 11111111 22222222 33333333 44444444 55555555 66666666 77777777 88888888 99999999
  00000000 11112222 11223344 12121212 12341234 12344321 12301230 10203040 13131313 20202020 31415926
  14141414 1122334455 123123123 321321321 112233445566 123456123456 147258369 159357456 741852963
  789456123 123654789 147852369 963852741 789632145 19841984 19901990 20002000 password password1
  password2 password3 password11 password12 password123 password1234 password01 password! password1!
  passw0rd passw0rd1 p@ssword p@ssw0rd p4ssword pa55word pa55w0rd passpass pass1234 pass12345 mypassword
  thepassword passwords newpassword nopassword yourpassword passphrase password99 passwort passwort1
  passwort123 meinpasswort motdepasse contrasena contraseña contrasenya parola123 parolamea wachtwoord
  wachtwoord1 haslo123 haslohaslo senha123 minhasenha salasana lösenord losenord adgangskode kodeord1
  jelszo123 sifre123 heslo123 hesloheslo parolparol qwertyui qwertyuiop qwerty12 qwerty123 qwerty1234
  qwerty12345 qwerty123456 1qwertyui qwertyqwerty qwertz123 qwertzui qwertzuiop azertyuiop azerty123
  asdfghjk asdfghjkl asdfasdf asdf1234 asdfqwer asdasdasd zxcvbnm1 zxcvbnm123 zxcvbnmm zxcvzxcv 1q2w3e4r
  1q2w3e4r5t 1q2w3e4r5t6y q1w2e3r4 q1w2e3r4t5 1qaz2wsx 1qaz2wsx3edc 1qazxsw2 2wsx3edc qazwsxedc
  qazwsxedcrfv zaq12wsx zaq1zaq1 zaqxswcde qweasdzxc qweqweqwe qwe123qwe qweasd123 123qweasd 123qwe123
  qwer1234 1234qwer 1234qwerasdf abcd1234 abcdefgh abcdefg1 abcdefghi abcdefghij abcdabcd abc12345
  abc123456 abcabcabc abc123abc 1234abcd 12345abc a1234567 a12345678 a123456789 a1b2c3d4 aa123456
  aaa11111 aabbccdd q1234567 z1234567 1234567a 12345678a 1234567q iloveyou iloveyou1 iloveyou2
  iloveyou123 iloveu12 ilovemyself loveyou1 lovelove loveme123 teamomucho tequieromucho jetaime1
  ichliebedich ichliebe tiamo123 sunshine sunshine1 princess princess1 princesa beautiful butterfly
  chocolate blessing forever1 friends1 football football1 footbal1 baseball baseball1 basketball softball
  volleyball swimming superman superman1 spiderman batman12 batman123 wolverine starwars startrek
  pokemon1 pokemon123 nintendo playstation minecraft minecraft1 fortnite roblox123 counterstrike warcraft
  trustno1 letmein1 letmein123 letmeinnow welcome1 welcome12 welcome123 welcome2 welcome! whatever
  whatever1 nothing1 computer computer1 internet internet1 samsung1 samsung123 motorola microsoft
  google123 facebook facebook1 youtube1 linkedin instagram twitter1 whatsapp netflix1 dropbox1 michelle
  michelle1 jennifer jennifer1 jessica1 danielle elizabeth charlotte alexander alexandra christian
  christina christopher jonathan nicholas nathalie sebastian stephanie victoria veronica samantha
  patricia benjamin barcelona liverpool liverpool1 manchester arsenal1 chelsea1 juventus realmadrid
  corvette mercedes ferrari1 mustang1 yamaha12 harley12 dragon12 dragon123 monkey12 monkey123 shadow12
  shadow123 master12 master123 killer12 killer123 hunter12 hunter123 summer12 winter12 spring12 autumn12
  summer2024 summer2025 summer2026 winter2024 winter2025 winter2026 changeme changeme1 changeme123
  change123 changeit default1 default123 secret12 secret123 topsecret geheim12 geheim123 hallo123
  hallohallo hallo1234 schatz12 schatz123 sommer12 admin123 admin1234 admin12345 adminadmin administrator
  administrator1 root1234 rootroot toor1234 test1234 test12345 testtest testing1 testing123 tester12
  guest123 guestguest demo1234 demodemo login123 loginlogin user1234 useruser access14 system12 server12
  master1234 temp1234 temppass cheese12 cookie12 cookies1 pepper12 ginger12 banana12 orange12 purple12
  flower12 freedom1 mynameis december november september february midnight rainbow1 diamond1 phoenix1
  blink182 jordan23 thomas12 robert12 maggie12 buster12 tigger12 filmfilm film1234 films123 cinema12
  cinema123 cinemacinema kino1234 kinokino movies123 moviemovie movielover ilovefilm ilovemovies
  hollywood letterboxd letterboxd1 houselights houselights1
  `
    .trim()
    .split(/\s+/),
);
