import type { Config } from 'payload'

const component = (path: string) => `/src/admin/${path}`

/** The admin's own parts. Paths, not imports: the server that loads this configuration renders none of them. */
export const admin = {
  user: 'members',
  // The default of Payload would ask gravatar.com.
  avatar: 'default',
  dateFormat: 'd MMMM yyyy HH:mm',
  meta: {
    titleSuffix: ' · Compagnon',
    description: 'Compagnon',
    icons: [{ rel: 'icon', type: 'image/svg+xml', url: '/marque.svg' }],
    openGraph: { title: 'Compagnon', description: 'Compagnon', siteName: 'Compagnon' },
    defaultOGImageType: 'off',
    robots: 'noindex, nofollow',
  },
  components: {
    graphics: {
      Icon: component('brand/graphics#Icon'),
      Logo: component('brand/graphics#Logo'),
    },
    beforeNavLinks: [component('nav/NavHead#NavHead')],
    logout: { Button: component('nav/SignOut#SignOut') },
    views: {
      dashboard: { Component: component('dashboard/Dashboard#Dashboard') },
      account: { Component: component('account/Account#Account') },
    },
  },
} satisfies Config['admin']
