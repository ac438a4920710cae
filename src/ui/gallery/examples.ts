export const NOW = new Date('2023-01-24T14:05:00Z')
export const SEATS = { seats: 120, taken: 102, held: 3 }
export const FACE =
  'data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"%3E%3Crect width="8" height="8" fill="%23c9b89a"/%3E%3Ccircle cx="4" cy="3.2" r="1.6" fill="%2312444d"/%3E%3Cpath d="M.8 8q3.2-4.5 6.400 0z" fill="%2312444d"/%3E%3C/svg%3E'
export const HREFS = { fr: '?', en: '?lang=en' }
