/** A profession as reference data; codes are strings, leading zeros and all. */
interface DemoProfession {
  name: string
  slug: string
  forms: { masculine: string; feminine: string; neutral: string }
  /** Other spellings and names; none belongs to two professions. */
  aliases: readonly string[]
  /** What is suggested to whoever writes a text of it. */
  skills: readonly string[]
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
    skills: [
      'genau beobachten und dokumentieren',
      'einfühlsam mit Kranken und Angehörigen sprechen',
      'ruhig bleiben, wenn mehreres zugleich drängt',
      'Medikamente sicher richten und verabreichen',
      'im Team und mit Ärztinnen und Ärzten abstimmen',
      'weitere Sprachen',
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
    skills: [
      'Schaltpläne lesen und zeichnen',
      'Fehler planmäßig eingrenzen',
      'die fünf Sicherheitsregeln anwenden',
      'speicherprogrammierbare Steuerungen programmieren',
      'Messwerte deuten und protokollieren',
      'technisches Englisch',
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
    skills: [
      'Teams führen und entwickeln',
      'Budgets planen und verantworten',
      'Projekte steuern',
      'Informationssicherheit organisieren',
      'mit Fachabteilungen und Geschäftsleitung verhandeln',
      'Verträge mit Dienstleistern bewerten',
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
    skills: [
      'sorgfältig wiegen, messen und pipettieren',
      'Versuche lückenlos protokollieren',
      'Gefahrstoffe sicher handhaben',
      'Messreihen auswerten',
      'Analysegeräte kalibrieren und warten',
      'englische Fachtexte lesen',
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
    skills: [
      'Kinder beobachten und Entwicklung dokumentieren',
      'mit Eltern auf Augenhöhe sprechen',
      'Konflikte ruhig begleiten',
      'Gruppen anleiten',
      'Bildungsangebote planen',
      'musizieren, werken oder vorlesen',
    ],
    kldb2010: '83112',
    isco08: '2342',
  },
] as const satisfies readonly DemoProfession[]
