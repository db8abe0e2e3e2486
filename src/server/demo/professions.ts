/** A profession as reference data; codes are strings, leading zeros and all. */
interface DemoProfession {
  name: string
  slug: string
  forms: { masculine: string; feminine: string; neutral: string }
  /** Other spellings and names; none belongs to two professions. */
  aliases: readonly string[]
  kldb2010: string
  isco08: string
  escoUri?: string
}

/**
 * Five professions. KldB 2010 and ISCO-08 after the Bundesagentur für Arbeit (KldB 2010, revised
 * 2020), except Pflegefachkraft: 2221 as in ESCO, where the agency's conversion table says 3221.
 */
export const demoProfessions = [
  {
    name: 'Pflegefachkraft',
    slug: 'pflegefachkraft',
    forms: {
      masculine: 'Pflegefachmann',
      feminine: 'Pflegefachfrau',
      neutral: 'Pflegefachkraft',
    },
    aliases: [
      'Pflegefachmann/-frau',
      'Pflegefachfrau/Pflegefachmann',
      'Pflegefachperson',
      'Gesundheits- und Krankenpfleger',
      'Gesundheits- und Krankenpflegerin',
      'Gesundheits- und Krankenpfleger/in',
      'Krankenpfleger',
      'Krankenpflegerin',
      'Krankenschwester',
      'Examinierte Pflegekraft',
    ],
    kldb2010: '81302',
    isco08: '2221',
  },
  {
    name: 'Elektroniker/in für Betriebstechnik',
    slug: 'elektroniker-fuer-betriebstechnik',
    forms: {
      masculine: 'Elektroniker für Betriebstechnik',
      feminine: 'Elektronikerin für Betriebstechnik',
      neutral: 'Fachkraft für elektrische Betriebstechnik',
    },
    aliases: [
      'Elektroniker Betriebstechnik',
      'Elektronikerin Betriebstechnik',
      'Elektroniker/in Betriebstechnik',
      'Elektroniker - Betriebstechnik',
      'Betriebselektroniker',
      'Betriebselektronikerin',
      'Betriebselektriker',
      'Betriebselektrikerin',
      'Energieelektroniker Betriebstechnik',
      'Energieelektronikerin Betriebstechnik',
    ],
    kldb2010: '26252',
    isco08: '7412',
  },
  {
    name: 'IT-Leiter/in',
    slug: 'it-leiter',
    forms: {
      masculine: 'IT-Leiter',
      feminine: 'IT-Leiterin',
      neutral: 'IT-Leitung',
    },
    aliases: [
      'IT Leiter',
      'IT Leiterin',
      'IT Leitung',
      'Leiter IT',
      'Leiterin IT',
      'Leitung IT',
      'Head of IT',
      'EDV-Leiter',
      'EDV-Leiterin',
      'IT-Abteilungsleiter',
      'IT-Abteilungsleiterin',
    ],
    kldb2010: '43394',
    isco08: '1330',
  },
  {
    name: 'Chemielaborant/in',
    slug: 'chemielaborant',
    forms: {
      masculine: 'Chemielaborant',
      feminine: 'Chemielaborantin',
      neutral: 'Fachkraft im Chemielabor',
    },
    aliases: [
      'Chemie-Laborant',
      'Chemie-Laborantin',
      'Laborant Chemie',
      'Laborantin Chemie',
      'Laborant/in Chemie',
      'Chemischer Laborant',
      'Chemische Laborantin',
    ],
    kldb2010: '41322',
    isco08: '3111',
  },
  {
    name: 'Erzieher/in',
    slug: 'erzieher',
    forms: {
      masculine: 'Erzieher',
      feminine: 'Erzieherin',
      neutral: 'Pädagogische Fachkraft',
    },
    aliases: [
      'Staatlich anerkannter Erzieher',
      'Staatlich anerkannte Erzieherin',
      'Staatlich anerkannte/r Erzieher/in',
      'Kita-Erzieher',
      'Kita-Erzieherin',
      'Kindergärtner',
      'Kindergärtnerin',
      'Kindergartenerzieher',
      'Kindergartenerzieherin',
    ],
    kldb2010: '83112',
    isco08: '2342',
  },
] as const satisfies readonly DemoProfession[]
