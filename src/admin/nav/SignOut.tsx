import type { ServerProps } from 'payload'
import { Icon } from '@/ui/brand/Icon'
import { texts } from '../i18n'
import { adminLang } from '../lang'

/** Signing out is our form: Payload's own would end nothing, since sign-ins are rows of ours. */
export function SignOut({ i18n }: Pick<ServerProps, 'i18n'>) {
  return (
    <form className="sign-out" method="post" action="/deconnexion">
      <button type="submit" className="sign-out__button">
        <Icon name="leave" size={18} />
        {texts(adminLang(i18n)).menu.signOut}
      </button>
    </form>
  )
}
