import type { DemoMarks } from './shape.ts';

/**
 * What each of them thinks of films they keep no diary entry on: slugs apart by spaces, rated ones under their
 * half-stars.
 */
export const marks: readonly DemoMarks[] = [
  {
    person: 'nkechi_cuts',
    day: '2024-02-11',
    rated: {
      10: 'touki-bouki meshes-of-the-afternoon',
      9: 'sunrise mulholland-drive the-400-blows cleo-from-5-to-7 la-haine city-lights rashomon',
      8: 'vertigo seven-samurai bicycle-thieves fargo the-thing jeanne-dielman memories-of-underdevelopment',
      7: 'the-third-man black-girl picnic-at-hanging-rock the-shining wall-e roma aftersun',
      6: 'drive-my-car wings-of-desire',
      5: 'the-color-of-pomegranates',
    },
    watched: 'a-trip-to-the-moon 8-and-a-half my-neighbor-totoro',
    liked: 'touki-bouki meshes-of-the-afternoon la-haine memories-of-underdevelopment',
    watchlist:
      'shoes limite a-city-of-sadness the-house-is-black a-brighter-summer-day come-and-see pyaasa ' +
      'washing-day-alderman-street',
  },
  {
    person: 'ted_hallam',
    day: '2024-10-05',
    rated: {
      10: 'singin-in-the-rain bicycle-thieves sherlock-jr',
      9: 'battleship-potemkin the-400-blows vertigo rashomon fargo a-trip-to-the-moon',
      8: 'the-cabinet-of-dr-caligari prince-achmed paris-texas l-atalante the-passion-of-joan-of-arc',
      7: 'in-the-mood-for-love wall-e picnic-at-hanging-rock la-haine wake-in-fright mad-max-fury-road',
      6: 'stalker mulholland-drive 8-and-a-half',
      5: 'daisies',
    },
    watched: 'man-with-a-movie-camera my-neighbor-totoro',
    liked: 'sherlock-jr singin-in-the-rain a-trip-to-the-moon l-atalante',
    watchlist: 'shoes limite yeelen pyaasa spring-in-a-small-town portrait-of-a-lady-on-fire drive-my-car',
  },
  {
    person: 'linh',
    day: '2025-11-02',
    rated: {
      10: 'beau-travail moonlight portrait-of-a-lady-on-fire jeanne-dielman',
      9: 'the-color-of-pomegranates picnic-at-hanging-rock the-shining the-thing a-brighter-summer-day',
      8: 'touki-bouki sherlock-jr singin-in-the-rain drive-my-car la-cienaga once-were-warriors wall-e fargo',
      7: 'casablanca sunrise rashomon man-with-a-movie-camera roma paris-texas wings-of-desire',
      6: 'the-third-man',
      5: 'the-rules-of-the-game 8-and-a-half',
    },
    watched: 'a-trip-to-the-moon city-of-god',
    liked: 'beau-travail portrait-of-a-lady-on-fire la-cienaga the-thing wall-e fargo',
    watchlist:
      'a-city-of-sadness spring-in-a-small-town the-goddess wake-in-fright black-girl the-house-is-black limite',
  },
  {
    person: 'eluned',
    day: '2019-12-27',
    rated: {
      10: 'pather-panchali sunrise',
      9: 'the-phantom-carriage the-red-shoes city-lights uncle-boonmee the-cranes-are-flying',
      8: 'rashomon vertigo spirited-away picnic-at-hanging-rock pyaasa beau-travail meshes-of-the-afternoon',
      7: 'the-third-man bicycle-thieves the-passion-of-joan-of-arc casablanca',
      6: 'moonlight do-the-right-thing fargo',
      4: 'alien mad-max-fury-road',
    },
    watched: 'seven-samurai playtime',
    liked: 'pather-panchali sunrise the-red-shoes spirited-away',
    watchlist: 'jeanne-dielman touki-bouki wadjda roma a-separation limite',
  },
  {
    person: 'davi_e_lurdes',
    day: '2024-07-14',
    rated: {
      10: 'pather-panchali the-battle-of-algiers',
      9: 'memories-of-underdevelopment do-the-right-thing seven-samurai touki-bouki',
      8: 'vertigo m casablanca moonlight la-cienaga timbuktu the-400-blows wall-e spirited-away',
      7: 'sunrise stalker 2001-a-space-odyssey mulholland-drive la-haine black-girl a-separation',
      6: '8-and-a-half wings-of-desire close-up',
      5: 'jeanne-dielman',
    },
    watched: 'mad-max-fury-road house',
    liked: 'pather-panchali the-battle-of-algiers casablanca spirited-away',
    watchlist: 'yeelen the-color-of-pomegranates beau-travail killer-of-sheep daisies once-were-warriors',
  },
  {
    person: 'farhana_q',
    day: '2024-12-28',
    rated: {
      9: 'city-lights prince-achmed bicycle-thieves close-up central-station',
      8: 'casablanca the-third-man vertigo cleo-from-5-to-7 playtime portrait-of-a-lady-on-fire the-400-blows',
      7: 'the-shining mad-max-fury-road roma sherlock-jr black-girl aftersun',
      6: '2001-a-space-odyssey house the-night-of-the-hunter',
      5: 'mulholland-drive',
      4: 'wake-in-fright',
    },
    watched: 'do-the-right-thing city-of-god',
    liked: 'city-lights prince-achmed central-station sherlock-jr',
    watchlist:
      'timbuktu yeelen jeanne-dielman the-cranes-are-flying the-battle-of-algiers drive-my-car la-cienaga ' +
      'stalker',
  },
  {
    person: 'echeverria_saavedra',
    day: '2018-08-19',
    rated: {
      10: 'city-lights sunrise l-atalante the-passion-of-joan-of-arc',
      9: 'limite battleship-potemkin playtime the-night-of-the-hunter pather-panchali stalker 8-and-a-half',
      8: 'the-red-shoes the-cranes-are-flying black-god-white-devil touki-bouki beau-travail mulholland-drive',
      7: 'cairo-station the-400-blows casablanca seven-samurai come-and-see killer-of-sheep the-goddess',
      6: 'wings-of-desire 2001-a-space-odyssey fargo central-station daisies',
      5: 'city-of-god',
      3: 'mad-max-fury-road',
    },
    watched: 'alien singin-in-the-rain',
    liked: 'city-lights l-atalante limite the-cranes-are-flying the-night-of-the-hunter',
    watchlist:
      'the-house-is-black a-city-of-sadness timbuktu wadjda uncle-boonmee moonlight ' +
      'the-night-of-counting-the-years',
  },
  {
    person: 'jost_wiegand',
    day: '2023-01-07',
    rated: {
      10: 'sunrise l-atalante man-with-a-movie-camera',
      9: 'battleship-potemkin the-passion-of-joan-of-arc city-lights bicycle-thieves the-night-of-the-hunter',
      8: 'cleo-from-5-to-7 playtime the-battle-of-algiers jeanne-dielman rashomon pather-panchali casablanca',
      7: 'the-red-shoes seven-samurai 2001-a-space-odyssey killer-of-sheep 8-and-a-half beau-travail',
      6: 'alien the-shining la-haine roma house',
      5: 'mulholland-drive wall-e',
      4: 'city-of-god',
    },
    watched: 'singin-in-the-rain my-neighbor-totoro',
    liked: 'sunrise l-atalante city-lights the-night-of-the-hunter',
    watchlist:
      'limite yeelen la-cienaga a-brighter-summer-day the-night-of-counting-the-years ' +
      'spring-in-a-small-town',
  },
  {
    person: 'aroha',
    day: '2024-06-30',
    rated: {
      10: 'moonlight',
      9: 'city-of-god spirited-away wadjda singin-in-the-rain aftersun',
      8: 'rashomon bicycle-thieves the-night-of-the-hunter the-400-blows picnic-at-hanging-rock wall-e roma',
      7: 'vertigo paris-texas playtime daisies come-and-see a-separation sherlock-jr',
      6: '8-and-a-half wings-of-desire the-red-shoes drive-my-car',
      5: 'sunrise',
      4: 'the-rules-of-the-game',
    },
    watched: 'touki-bouki beau-travail',
    liked: 'moonlight wadjda wall-e sherlock-jr',
    watchlist: 'killer-of-sheep a-brighter-summer-day yeelen black-girl timbuktu',
  },
  {
    person: 'suha_m',
    day: '2022-03-04',
    rated: {
      10: 'stalker the-color-of-pomegranates',
      9: 'jeanne-dielman mulholland-drive la-cienaga rashomon pather-panchali tokyo-story uncle-boonmee',
      8: 'playtime do-the-right-thing roma the-spirit-of-the-beehive yeelen killer-of-sheep',
      7: 'vertigo wings-of-desire 2001-a-space-odyssey the-cranes-are-flying',
      6: 'singin-in-the-rain city-of-god fargo',
      5: '8-and-a-half the-red-shoes',
    },
    watched: 'my-neighbor-totoro city-lights casablanca',
    liked: 'stalker la-cienaga uncle-boonmee yeelen',
    watchlist: 'a-city-of-sadness the-goddess wake-in-fright black-god-white-devil limite moonlight',
  },
  {
    person: 'awa_diedhiou',
    day: '2024-11-16',
    rated: {
      9: 'pather-panchali cleo-from-5-to-7 bicycle-thieves city-lights spirited-away the-house-is-black',
      8: 'wadjda playtime close-up memories-of-underdevelopment a-separation roma rashomon',
      7: 'parasite casablanca central-station city-of-god daisies the-spirit-of-the-beehive',
      6: 'the-rules-of-the-game vertigo mad-max-fury-road in-the-mood-for-love',
      5: '2001-a-space-odyssey',
    },
    watched: 'my-neighbor-totoro singin-in-the-rain m',
    liked: 'pather-panchali cleo-from-5-to-7 city-lights',
    watchlist:
      'jeanne-dielman the-night-of-counting-the-years pyaasa limite once-were-warriors ' +
      'black-god-white-devil',
  },
  {
    person: 'haruka_m',
    day: '2025-02-09',
    rated: {
      10: 'meshes-of-the-afternoon',
      9: 'in-the-mood-for-love playtime m my-neighbor-totoro the-spirit-of-the-beehive l-atalante',
      8: 'stalker vertigo the-third-man the-shining close-up pather-panchali beau-travail bicycle-thieves',
      7: 'the-400-blows roma a-separation cleo-from-5-to-7 portrait-of-a-lady-on-fire fargo the-thing',
      6: '2001-a-space-odyssey wings-of-desire mulholland-drive aftersun',
      5: '8-and-a-half',
      4: 'mad-max-fury-road',
    },
    watched: 'alien casablanca city-lights singin-in-the-rain wall-e',
    liked: 'meshes-of-the-afternoon playtime my-neighbor-totoro the-third-man',
    watchlist:
      'the-house-is-black the-night-of-counting-the-years yeelen limite the-phantom-carriage ' +
      'the-cabinet-of-dr-caligari',
  },
  {
    person: 'ignacio_q',
    day: '2023-09-24',
    rated: {
      10: 'pather-panchali',
      9: 'l-atalante sunrise tokyo-story the-battle-of-algiers casablanca the-400-blows sherlock-jr',
      8: 'the-spirit-of-the-beehive singin-in-the-rain seven-samurai m do-the-right-thing fargo city-of-god',
      7: 'vertigo paris-texas la-haine the-rules-of-the-game alien mad-max-fury-road the-third-man',
      6: 'parasite 8-and-a-half stalker',
      4: 'jeanne-dielman',
    },
    watched: 'my-neighbor-totoro man-with-a-movie-camera wings-of-desire',
    liked: 'l-atalante tokyo-story sherlock-jr',
    watchlist: 'limite drive-my-car yeelen a-brighter-summer-day black-girl the-color-of-pomegranates',
  },
];
