import { Acts } from './Acts'
import { Fields } from './Fields'
import { Figures } from './Figures'
import { Papers } from './Papers'
import { People } from './People'

/** Every component in every state. Its words are examples, in French only. */
export function Everything() {
  return (
    <>
      <Acts />
      <Fields />
      <People />
      <Figures />
      <Papers />
    </>
  )
}
