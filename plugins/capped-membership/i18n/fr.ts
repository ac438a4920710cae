import { fileFr } from './file/fr'
import { mailsFr } from './mails/fr'
import { officeFr } from './office/fr'
import { onlineFr } from './online'
import { refusalsFr } from './refusals/fr'
import { renewalFr } from './renewal/fr'
import { siteFr } from './site/fr'

/** Each room of the plugin has its words in a folder of its own. */
export const fr = {
  ...siteFr,
  ...fileFr,
  ...officeFr,
  ...refusalsFr,
  ...mailsFr,
  online: onlineFr,
  renewal: renewalFr,
}
