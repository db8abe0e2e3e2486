export const referenceGroup = { de: 'Stammdaten', en: 'Reference data' }
