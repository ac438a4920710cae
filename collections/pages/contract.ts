/** Where a page stands in the menus of the public site. */
export const MENUS = ['none', 'header', 'footer'] as const
export type Menu = (typeof MENUS)[number]

/** A page as menus need it. */
export type PageLink = { title: string; href: string; menu: Menu; order: number }
