/* Invented subscriber lists, and what is known of the people on them: the same seed and size give the same bytes.
 *
 *   lists list   ROWS SEED     a list of 13 columns, header first
 *   lists ledger ROWS SEED     as many subjects for the peers: address, state (granted, withdrawn, pending)
 *   lists claims ROWS SEED     the same subjects as a newsletter tool exports them: who signed up when and from
 * where, who confirmed, who unsubscribed
 *
 * A row depends on seed and number alone, so that a shorter list is the beginning of a longer one. Of the rows 3 %
 * have no address, 2 % stand a second time in other case, 10 % are in mixed case, 2 % padded, 5 % quoted, 3 % have a
 * tag, 1 % a domain in other letters than ASCII; 20 % say LinkedIn; notes and companies hold commas, quotes and line
 * ends. Of the people on the list 60 % agreed, 8 % withdrew, 4 % never confirmed, and of 28 % nothing is known; the
 * rest of the subjects stand on no list.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static uint64_t seed;
static inline uint64_t mix(uint64_t z) {
    z += 0x9E3779B97F4A7C15ull;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ull;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBull;
    return z ^ (z >> 31);
}
static inline uint64_t rnd(uint64_t id, uint64_t salt) {
    return mix(mix(seed ^ (id * 0xD1342543DE82EF95ull)) ^ (salt * 0x2545F4914F6CDD1Dull));
}
static inline unsigned pick(uint64_t id, uint64_t salt, unsigned n) {
    return (unsigned)((rnd(id, salt) >> 32) * (uint64_t)n >> 32);
}

static const char *FIRST[] = {
    "james",     "mary",   "john", "patricia", "robert", "jennifer", "michael", "linda", "marie",  "pierre",
    "camille",   "lucas",  "hans", "anna",     "petra",  "stefan",   "giulia",  "marco", "sofia",  "mateo",
    "lucia",     "carlos", "ana",  "joao",     "wei",    "li",       "yuki",    "kenji", "aisha",  "omar",
    "fatima",    "ivan",   "olga", "dmitri",   "nina",   "sven",     "astrid",  "lars",  "ingrid", "piotr",
    "agnieszka", "tomasz", "ewa",  "ravi",     "priya",  "arjun",    "neha",    "kofi",  "ama",    "chloe",
    "emma",      "louis",  "hugo", "theo",     "lea",    "manon",    "jules",   "sarah", "david",  "daniel",
    "laura",     "thomas", "paul", "nicolas"};
static const char *LAST[] = {
    "smith",     "johnson",  "williams",   "brown",        "jones",  "garcia",   "miller",  "davis",
    "martin",    "bernard",  "dubois",     "durand",       "moreau", "lefebvre", "schmidt", "muller",
    "schneider", "fischer",  "weber",      "wagner",       "rossi",  "russo",    "ferrari", "bianchi",
    "fernandez", "lopez",    "gonzalez",   "silva",        "santos", "wang",     "zhang",   "liu",
    "tanaka",    "suzuki",   "sato",       "khan",         "ahmed",  "ali",      "ivanov",  "petrov",
    "nowak",     "kowalski", "larsson",    "hansen",       "olsen",  "patel",    "sharma",  "singh",
    "mensah",    "oconnor",  "vandenberg", "de-la-cruz",   "kim",    "park",     "lee",     "nguyen",
    "tran",      "yilmaz",   "kaya",       "papadopoulos", "novak",  "horvat",   "kovacs",  "popescu"};
static const char *FREE[] = {"gmail.com",   "gmail.com",  "gmail.com",   "gmail.com", "yahoo.com", "hotmail.com",
                             "outlook.com", "icloud.com", "orange.fr",   "gmx.de",    "web.de",    "libero.it",
                             "wp.pl",       "proton.me",  "yahoo.co.uk", "aol.com"};
static const char *W1[] = {"nova",   "blue",   "green",  "alpha", "north",  "silver", "rapid", "bright",
                           "solid",  "clear",  "prime",  "urban", "terra",  "quant",  "lumen", "atlas",
                           "vertex", "harbor", "summit", "delta", "orbit",  "pixel",  "cedar", "falcon",
                           "ember",  "river",  "stone",  "metro", "cobalt", "zenith", "vista", "acme"};
static const char *W2[] = {"soft",     "tech",     "media",      "labs",    "works",   "logic",  "systems",
                           "group",    "partners", "consulting", "data",    "cloud",   "trade",  "energy",
                           "foods",    "motors",   "design",     "studio",  "capital", "health", "legal",
                           "build",    "print",    "travel",     "sports",  "retail",  "pharma", "agency",
                           "networks", "robotics", "finance",    "learning"};
static const char *TLD[] = {"com", "com", "com", "fr",  "de",  "co.uk", "io", "it",
                            "es",  "nl",  "eu",  "org", "net", "pl",    "se", "be"};
static const char *IDN[] = {"m\xc3\xbcnchen-druck.de",
                            "caf\xc3\xa9-lyon.fr",
                            "s\xc3\xb8rensen.dk",
                            "malm\xc3\xb6-bygg.se",
                            "espa\xc3\xb1"
                            "a-viajes.es",
                            "k\xc3\xb6ln-recht.de",
                            "r\xc3\xa9seau-sud.fr",
                            "\xc3\xa5rhus-it.dk"};
static const char *COUNTRY[] = {"FR", "DE", "US", "GB", "IT", "ES", "NL", "PL",
                                "SE", "BE", "IN", "BR", "CA", "JP", "CH", "PT"};
static const char *CITY[] = {
    "Paris",         "Berlin",    "New York",  "London", "Milano",           "Madrid",  "Amsterdam",
    "Warszawa",      "Stockholm", "Bruxelles", "Mumbai", "S\xc3\xa3o Paulo", "Toronto", "T\xc5\x8dky\xc5\x8d",
    "Z\xc3\xbcrich", "Lisboa"};
static const char *SRC[] = {"website_form", "webinar",  "newsletter_popup", "trade_show", "checkout",
                            "whitepaper",   "referral", "import_2021",      "partner",    "event_badge"};
static const char *TITLE[] = {"CEO",
                              "Marketing Manager",
                              "Head of Sales",
                              "Software Engineer",
                              "Buyer",
                              "Consultant",
                              "Founder",
                              "HR Manager",
                              "CTO",
                              "Account Executive",
                              "Product Owner",
                              "Data Analyst",
                              "Office Manager",
                              "Lawyer",
                              "Student",
                              "Teacher"};

static inline char *s_(char *p, const char *s) {
    while (*s) *p++ = *s++;
    return p;
}
static inline char *u_(char *p, uint64_t v) {
    char t[24];
    int n = 0;
    do {
        t[n++] = '0' + v % 10;
        v /= 10;
    } while (v);
    while (n) *p++ = t[--n];
    return p;
}
static inline char *cap(char *p, const char *s) {
    if (*s) {
        *p++ = (*s >= 'a' && *s <= 'z') ? *s - 32 : *s;
        s++;
    }
    return s_(p, s);
}

// the normalised e-mail of a subject (unique: carries the id in base 36)
static char *email(char *p, uint64_t id) {
    uint64_t r = rnd(id, 1);
    const char *f = FIRST[r & 63], *l = LAST[(r >> 6) & 63];
    switch ((r >> 12) & 3) {
        case 0:
            p = s_(p, f);
            *p++ = '.';
            p = s_(p, l);
            break;
        case 1:
            *p++ = f[0];
            p = s_(p, l);
            break;
        case 2:
            p = s_(p, f);
            *p++ = '_';
            p = s_(p, l);
            break;
        default:
            p = s_(p, l);
            *p++ = '.';
            p = s_(p, f);
            break;
    }
    char t[16];
    int n = 0;
    uint64_t v = id;
    do {
        unsigned d = v % 36;
        t[n++] = d < 10 ? '0' + d : 'a' + d - 10;
        v /= 36;
    } while (v);
    while (n) *p++ = t[--n];
    if (pick(id, 2, 100) < 3) p = s_(p, pick(id, 3, 2) ? "+news" : "+shop2024");
    *p++ = '@';
    unsigned d = pick(id, 4, 100);
    if (d < 1)
        p = s_(p, IDN[(r >> 20) & 7]);
    else if (d < 62)
        p = s_(p, FREE[(r >> 20) & 15]);
    else {
        p = s_(p, W1[(r >> 20) & 31]);
        if ((r >> 30) & 1) *p++ = '-';
        p = s_(p, W2[(r >> 25) & 31]);
        *p++ = '.';
        p = s_(p, TLD[(r >> 31) & 15]);
    }
    return p;
}
static const char *state_of(uint64_t id) {
    unsigned d = pick(id, 5, 100);
    return d < 60 ? "granted" : d < 68 ? "withdrawn" : d < 72 ? "pending" : 0;
}

static char *list_row(char *p, uint64_t i) {
    uint64_t id = i;
    if (i > 50 && pick(i, 10, 100) < 2) id = rnd(i, 11) % i; // duplicate of an earlier row's subject
    unsigned k = pick(i, 12, 1000);
    char e[256];
    char *ee = email(e, id);
    if (k < 30) { // 3% invalid
        char *at = memchr(e, '@', ee - e);
        size_t ln = at - e;
        switch (k % 8) {
            case 0:
                memmove(at, at + 1, ee - at - 1);
                ee--;
                break; // no @
            case 1:
                memmove(at + 1, at, ee - at);
                ee++;
                break; // @@
            case 2:
                ee = e;
                break; // empty
            case 3:
                memmove(e + 2, e + 1, ee - e - 1);
                e[1] = ' ';
                ee++;
                break; // blank inside
            case 4:
                ee = s_(at, "@localhost");
                break; // no TLD
            case 5:
                ee = s_(ee, ".");
                break; // trailing dot
            case 6:
                ee = s_(at, "@gmail..com");
                break; // empty label
            default:
                memmove(e, at, ee - at);
                ee -= ln;
                break; // empty local part
        }
    } else if (pick(i, 13, 100) < 10 || id != i) { // mixed case
        uint64_t m = rnd(i, 14) | 1;
        for (char *q = e; q < ee; q++, m = (m >> 1) | (m << 63))
            if ((m & 1) && *q >= 'a' && *q <= 'z') *q -= 32;
    }
    unsigned q = pick(i, 15, 100);
    if (q < 5) *p++ = '"';
    if (q >= 98) *p++ = ' ';
    memcpy(p, e, ee - e);
    p += ee - e;
    if (q >= 98) *p++ = ' ';
    if (q < 5) *p++ = '"';
    uint64_t r = rnd(id, 1);
    *p++ = ',';
    p = cap(p, FIRST[r & 63]);
    *p++ = ',';
    p = cap(p, LAST[(r >> 6) & 63]);
    *p++ = ',';
    unsigned c = pick(id, 20, 100);
    const char *a = W1[(r >> 20) & 31], *b = W2[(r >> 25) & 31];
    if (c < 8) {
        *p++ = '"';
        p = cap(p, a);
        *p++ = ',';
        *p++ = ' ';
        p = cap(p, b);
        p = s_(p, " & Co\"");
    } else if (c < 60) {
        p = cap(p, a);
        *p++ = ' ';
        p = cap(p, b);
    }
    *p++ = ',';
    if (pick(id, 21, 100) < 55) p = s_(p, TITLE[pick(id, 22, 16)]);
    *p++ = ',';
    if (pick(id, 23, 100) < 40) {
        *p++ = '+';
        p = u_(p, 10 + pick(id, 24, 80));
        p = u_(p, 100000000 + rnd(id, 25) % 900000000);
    }
    unsigned ct = pick(id, 26, 16);
    *p++ = ',';
    p = s_(p, COUNTRY[ct]);
    *p++ = ',';
    p = s_(p, CITY[ct]);
    *p++ = ',';
    int li = pick(id, 27, 100) < 20;
    if (li) {
        p = s_(p, "linkedin,https://www.linkedin.com/in/");
        p = s_(p, FIRST[r & 63]);
        *p++ = '-';
        p = s_(p, LAST[(r >> 6) & 63]);
        *p++ = '-';
        p = u_(p, rnd(id, 28) % 1000000000);
    } else {
        p = s_(p, SRC[pick(id, 29, 10)]);
        *p++ = ',';
    }
    *p++ = ',';
    const char *st = state_of(id);
    if (st && st[0] == 'g') {
        p = s_(p, "yes,20");
        p = u_(p, 18 + pick(id, 30, 8));
        *p++ = '-';
        unsigned m = 1 + pick(id, 31, 12), d = 1 + pick(id, 32, 28);
        *p++ = '0' + m / 10;
        *p++ = '0' + m % 10;
        *p++ = '-';
        *p++ = '0' + d / 10;
        *p++ = '0' + d % 10;
    } else
        *p++ = ',';
    *p++ = ',';
    unsigned n = pick(id, 33, 1000);
    if (n < 5)
        p = s_(p, "\"met at the stand,\nwants a call back\"");
    else if (n < 10)
        p = s_(p, "\"said \"\"not now\"\", see CRM\"");
    else if (n < 50)
        p = s_(p, "\"prefers e-mail, mornings, no calls\"");
    else if (n < 150)
        p = s_(p, "customer since 2019");
    *p++ = '\n';
    return p;
}

/* Civil date of a day since 1970-01-01 (Howard Hinnant, "chrono-compatible low-level date algorithms"). */
static char *moment(char *p, uint64_t seconds) {
    uint64_t day = seconds / 86400 + 719468, era = day / 146097, of_era = day % 146097;
    uint64_t year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    uint64_t of_year = of_era - (365 * year + year / 4 - year / 100), month = (5 * of_year + 2) / 153;
    unsigned date = (unsigned)(of_year - (153 * month + 2) / 5 + 1),
             number = (unsigned)(month < 10 ? month + 3 : month - 9);
    year += era * 400 + (number <= 2);
    return p + sprintf(p, "%04u-%02u-%02u %02u:%02u:%02u", (unsigned)year, number, date,
                       (unsigned)(seconds / 3600 % 24), (unsigned)(seconds / 60 % 60), (unsigned)(seconds % 60));
}

/* Nobody else signed up in that second: times that many share are no claims. The numbers are primes. */
static uint64_t signed_up(uint64_t number) { return 1451606400ull + number * 12347 % 250000013ull; }

static char *claim_row(char *p, uint64_t number, uint64_t id, const char *state) {
    uint64_t at = signed_up(number);
    unsigned place = (unsigned)rnd(id, 50);
    char ip[24];
    sprintf(ip, "10.%u.%u.%u", place >> 24, place >> 16 & 255, place >> 8 & 255);
    p = email(p, id);
    *p++ = ',';
    p = moment(p, at);
    *p++ = ',';
    p = s_(p, ip);
    *p++ = ',';
    if (strcmp(state, "pending") != 0) {
        p = moment(p, at + 600);
        *p++ = ',';
        p = s_(p, ip);
    } else {
        *p++ = ',';
    }
    *p++ = ',';
    p = u_(p, number + 1);
    *p++ = ',';
    if (strcmp(state, "withdrawn") == 0) p = moment(p, at + 2592000);
    *p++ = '\n';
    return p;
}

static char *buffer, *end;
enum { room = 8 << 20 };

static void flush(void) {
    if (fwrite(buffer, 1, (size_t)(end - buffer), stdout) != (size_t)(end - buffer)) exit(1);
    end = buffer;
}

/* The subjects, those of the list mixed with the others. */
static void subjects(uint64_t rows, int as_claims) {
    const char *header = "Email Address,OPTIN_TIME,OPTIN_IP,CONFIRM_TIME,CONFIRM_IP,LEID,UNSUB_TIME\n";
    end = s_(end, as_claims ? header : "email,state\n");
    for (uint64_t number = 0; number < rows; number++) {
        uint64_t id = number;
        const char *state = state_of(id);
        if (!state) {
            id = 1000000000ull + number;
            unsigned share = pick(id, 5, 100);
            state = share < 80 ? "granted" : share < 95 ? "withdrawn" : "pending";
        }
        if (as_claims) {
            end = claim_row(end, number, id, state);
        } else {
            end = email(end, id);
            *end++ = ',';
            end = s_(end, state);
            *end++ = '\n';
        }
        if (end > buffer + room) flush();
    }
}

int main(int count, char **words) {
    if (count < 4) {
        fprintf(stderr, "usage: lists list|ledger|claims ROWS SEED\n");
        return 64;
    }
    uint64_t rows = strtoull(words[2], NULL, 10);
    seed = mix(strtoull(words[3], NULL, 10));
    if (!(end = buffer = malloc(room + 8192))) return 1;
    if (strcmp(words[1], "list") == 0) {
        end = s_(end, "email,first_name,last_name,company,job_title,phone,country,city,source,linkedin_url,consent,");
        end = s_(end, "consent_at,notes\n");
        for (uint64_t row = 0; row < rows; row++) {
            end = list_row(end, row);
            if (end > buffer + room) flush();
        }
    } else {
        subjects(rows, strcmp(words[1], "claims") == 0);
    }
    flush();
    return 0;
}
