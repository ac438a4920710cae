/** Asked for by every page: small helps of the design system's own elements. */
import '@/ui/elements'
