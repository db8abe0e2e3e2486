export const jobsGroup = { de: 'Stellen', en: 'Jobs' }
