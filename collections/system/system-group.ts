export const systemGroup = { de: 'Verwaltung', en: 'Administration' }
