import * as Ui from '../index'
import { Show } from './Show'

/** Forms: to fill, to mend, to search by. */
export function Fields() {
  return (
    <>
      <Show title="Formulaires">
        <Ui.Columns
          aside={
            <Ui.Notice kind="tip">Un titre court et précis trouve sa réponse deux fois plus vite.</Ui.Notice>
          }
        >
          <Ui.Form action="?" id="libre">
            <Ui.TextInput
              name="titre"
              label="Titre de la mission"
              hint="En quelques mots : ce qu’il y a à faire."
            />
            <Ui.TextArea
              name="texte"
              label="Que faut-il faire ?"
              hint="Le contexte, le résultat attendu, l’échéance."
            />
            <Ui.DateInput name="date" label="Pour quand ?" optional />
            <Ui.TextInput name="prix" label="Budget" unit="€" size="short" inputMode="numeric" optional />
            <Ui.Select
              name="metier"
              label="Métier"
              options={[
                { value: 'a', label: 'Traduction' },
                {
                  group: 'Bureau',
                  options: [
                    { value: 'b', label: 'Comptabilité' },
                    { value: 'c', label: 'Secrétariat' },
                  ],
                },
              ]}
            />
            <Ui.RadioGroup
              name="mode"
              label="Comment voulez-vous être aidé ?"
              value="coop"
              options={[
                {
                  value: 'coop',
                  label: 'Une réponse commune',
                  hint: 'Trois compagnons au plus, un seul prix.',
                },
                { value: 'comp', label: 'Plusieurs propositions', hint: 'Trois au plus, côte à côte.' },
                { value: 'non', label: 'Je ne sais pas encore', disabled: true },
              ]}
            />
            <Ui.RadioGroup
              inline
              name="note"
              label="L’aide a-t-elle été reçue ?"
              options={[
                { value: 'oui', label: 'Oui' },
                { value: 'partie', label: 'En partie' },
                { value: 'non', label: 'Non' },
              ]}
            />
            <Ui.CheckboxGroup
              name="jours"
              label="Vos jours"
              optional
              values={['mar']}
              inline
              options={[
                { value: 'lun', label: 'Lundi' },
                { value: 'mar', label: 'Mardi' },
                { value: 'mer', label: 'Mercredi' },
              ]}
            />
            <Ui.FileInput
              name="fichier"
              label="Joindre un document"
              hint="PDF ou image, 5 Mo au plus."
              optional
            />
            <Ui.Fieldset legend="Votre compte">
              <Ui.TextInput name="mail" type="email" label="Adresse électronique" autoComplete="email" />
              <Ui.PasswordInput name="mdp" label="Mot de passe" purpose="new" hint="12 signes ou plus." />
            </Ui.Fieldset>
            <Ui.Checkbox name="charte" label="J’ai lu la charte et je m’y tiendrai." />
            <Ui.Button note="Elle sera relue avant d’être publiée.">Proposer la mission</Ui.Button>
          </Ui.Form>
        </Ui.Columns>
      </Show>

      <Show title="Formulaire à revoir">
        <Ui.Form
          action="?"
          id="revoir"
          values={{ titre: 'Aide', mode: 'comp' }}
          errors={{
            titre: 'Donnez un titre d’au moins 10 signes.',
            mode: 'Choisissez comment vous voulez être aidé.',
            charte: 'Cochez la case pour continuer.',
            '': 'La saison vient d’être complétée : vous pouvez rejoindre la liste d’attente.',
          }}
        >
          <Ui.TextInput name="titre" label="Titre de la mission" hint="En quelques mots." />
          <Ui.RadioGroup
            name="mode"
            label="Comment voulez-vous être aidé ?"
            options={[
              { value: 'coop', label: 'Une réponse commune' },
              { value: 'comp', label: 'Plusieurs propositions' },
            ]}
          />
          <Ui.Checkbox name="charte" label="J’ai lu la charte." />
          <Ui.Button>Proposer la mission</Ui.Button>
        </Ui.Form>
      </Show>

      <Show title="Chercher et filtrer">
        <Ui.SearchBox action="?" label="Rechercher un compagnon" value="couture" />
        <Ui.FilterBar action="?" active={1} values={{ etat: 'open' }}>
          <Ui.Select
            name="etat"
            label="État"
            options={[
              { value: 'open', label: 'Ouverte' },
              { value: 'done', label: 'Terminée' },
            ]}
            empty="Tous"
          />
          <Ui.TextInput name="lieu" label="Commune" size="medium" />
        </Ui.FilterBar>
        <Ui.FilterBar action="?" folded label="Autour de moi">
          <Ui.TextInput name="lieu-bis" label="Commune" size="medium" />
        </Ui.FilterBar>
        <Ui.Tabs
          tabs={[
            { href: '?', label: 'Ouvertes', current: true, count: 12 },
            { href: '?mine', label: 'Les miennes', count: 2 },
            { href: '?done', label: 'Terminées' },
          ]}
        />
      </Show>
    </>
  )
}
