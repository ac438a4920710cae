import * as Ui from '../index'
import { Show } from './Show'

/** What one presses, and what it answers. */
export function Acts() {
  return (
    <>
      <Show title="Boutons">
        <Ui.Actions>
          <Ui.Button>Proposer mon aide</Ui.Button>
          <Ui.Button kind="secondary">Enregistrer le brouillon</Ui.Button>
          <Ui.Button kind="quiet">Plus tard</Ui.Button>
          <Ui.Button kind="danger">Effacer mon compte</Ui.Button>
          <Ui.Button disabled>Complet</Ui.Button>
          <Ui.Button small kind="secondary" icon="print">
            Imprimer
          </Ui.Button>
        </Ui.Actions>
        <Ui.Button note="Coûte 2 TS, rendus si la mission est annulée.">Voir les coordonnées</Ui.Button>
        <Ui.PostButton action="?" icon="check">
          Marquer comme lu
        </Ui.PostButton>
        <Ui.Confirm
          label="Quitter la mission…"
          question="Quitter cette mission ?"
          consequence="Votre place se libère aussitôt et les 5 TS réservés reviennent à Ahmed. Cela ne peut pas être défait."
          confirm="Quitter la mission"
          action="?"
        />
        <Ui.Confirm
          open
          label="Demander le remboursement…"
          question="Demander le remboursement ?"
          consequence="Votre accès cesse aujourd’hui ; 5 € vous sont rendus sous 10 jours."
          confirm="Demander le remboursement"
          action="?"
        >
          <Ui.TextArea name="motif" label="Pourquoi partez-vous ?" optional rows={2} />
        </Ui.Confirm>
      </Show>

      <Show title="Messages">
        <Ui.Flash kind="success">Votre place est confirmée. Bienvenue !</Ui.Flash>
        <Ui.Flash kind="info">La saison ouvre le 7 janvier.</Ui.Flash>
        <Ui.Flash kind="refusal">Il vous manque 2 TS : une mission apportée en rapporte 5.</Ui.Flash>
        <Ui.Notice>Les coordonnées du donneur d’ordre ne sont vues que des répondants.</Ui.Notice>
        <Ui.Notice kind="warning">Un TS ne s’achète pas et ne se revend pas.</Ui.Notice>
        <Ui.EmptyState
          title="Aucune mission pour l’instant"
          action={<Ui.ButtonLink href="?">Apporter une mission</Ui.ButtonLink>}
        >
          Celles qui demandent vos compétences apparaîtront ici. En attendant, en connaissez-vous une ?
        </Ui.EmptyState>
        <Ui.EmptyState picture={null} title="Rien de neuf près de chez vous" />
      </Show>

      <Show title="Avancement">
        <Ui.Progress label="Import" value={1250} max={5000} text="1 250 sur 5 000" />
        <Ui.Progress label="Envoi" value={12} max={0} text="12 envoyés" />
      </Show>
    </>
  )
}
