import { defineModule } from '@/hooks'
import { peopleCollections } from './collections'
import './contract'

export const membersModule = defineModule({
  id: 'members',
  collections: peopleCollections,
})
