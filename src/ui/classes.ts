/** Joins class names, leaving out what is absent: `cx('card', wide && 'card--wide')`. */
export const cx = (...names: (string | false | null | undefined)[]): string => names.filter(Boolean).join(' ')
