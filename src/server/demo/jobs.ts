/** A job of the demo, by the slugs of its profession and region. Every employer is made up. */
export interface DemoJob {
  title: string
  hiringOrganization: string
  profession: string
  region: string
  city: string
  postalCode: string
  employmentType: ('FULL_TIME' | 'PART_TIME')[]
  /** How many days ago it was posted, and how many it has left; null: it has no end. */
  postedDaysAgo: number
  daysLeft: number | null
}

export const demoJobs: readonly DemoJob[] = [
  {
    title: 'Pflegefachkraft (m/w/d) für die Intensivstation',
    hiringOrganization: 'Rheinbogen Klinik GmbH',
    profession: 'pflegefachkraft',
    region: 'koeln',
    city: 'Köln',
    postalCode: '51067',
    employmentType: ['FULL_TIME', 'PART_TIME'],
    postedDaysAgo: 2,
    daysLeft: 58,
  },
  {
    title: 'Pflegefachfrau/Pflegefachmann im ambulanten Dienst',
    hiringOrganization: 'Pflegedienst Veedelwärts',
    profession: 'pflegefachkraft',
    region: 'koeln',
    city: 'Köln',
    postalCode: '50733',
    employmentType: ['PART_TIME'],
    postedDaysAgo: 6,
    daysLeft: 30,
  },
  {
    title: 'Praxisanleitung in der Pflege (m/w/d)',
    hiringOrganization: 'Seniorenzentrum Musterufer',
    profession: 'pflegefachkraft',
    region: 'koeln',
    city: 'Köln',
    postalCode: '50996',
    employmentType: ['FULL_TIME'],
    postedDaysAgo: 11,
    daysLeft: null,
  },
  {
    title: 'Pflegefachkraft (m/w/d) Nachtdienst',
    hiringOrganization: 'Haus Beispielhöhe gGmbH',
    profession: 'pflegefachkraft',
    region: 'bonn',
    city: 'Bonn',
    postalCode: '53111',
    employmentType: ['FULL_TIME'],
    postedDaysAgo: 4,
    daysLeft: 45,
  },
  {
    title: 'Elektroniker/in für Betriebstechnik, Instandhaltung',
    hiringOrganization: 'Musterwerk Chemiepark Service GmbH',
    profession: 'elektroniker-fuer-betriebstechnik',
    region: 'leverkusen',
    city: 'Leverkusen',
    postalCode: '51373',
    employmentType: ['FULL_TIME'],
    postedDaysAgo: 1,
    daysLeft: 40,
  },
  {
    title: 'IT-Leitung (m/w/d) für einen Handelsverbund',
    hiringOrganization: 'Demohandel Rhein AG',
    profession: 'it-leiter',
    region: 'duesseldorf',
    city: 'Düsseldorf',
    postalCode: '40213',
    employmentType: ['FULL_TIME'],
    postedDaysAgo: 3,
    daysLeft: 60,
  },
]
