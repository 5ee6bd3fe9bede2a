import type { FC } from 'hono/jsx';
import { choiceName } from '../../../domain/text/fields/choice-names';
import { fieldHelp } from '../../../domain/text/fields/field-help';
import { fieldLabel } from '../../../domain/text/fields/offer-fields';
import type { FormField } from '../../../domain/offer/form/form';
import { nameOf, type Placed } from '../../../domain/offer/form/placed';
import { shownIn } from '../../../domain/offer/form/shown';
import { wellFormed } from '../../../domain/offer/form/well-formed';
import { Problems, problemsId } from './problems';
import { UploadControl } from './upload-control';
import type { FormContext } from './view';

type FieldProps = { readonly placed: Placed<FormField>; readonly context: FormContext };

/** One field with its name, help, problems and, where files go, a way to upload one. */
export const Field: FC<FieldProps> = ({ placed, context }) => {
  const { node, path, value } = placed;
  const { words, findingsAt, mayEdit } = context;
  const name = nameOf(path);
  const findings = findingsAt.get(name) ?? [];
  const shown = shownIn(node, value);
  const help = [fieldHelp(node.label, words.language), limitText(node, context)].filter(Boolean).join(' ');
  const described = [
    help === '' ? [] : [`help:${name}`],
    findings.length === 0 ? [] : [problemsId(name)],
  ].flat();
  const asked = {
    name,
    shown: shown ?? [],
    field: node,
    context,
    about: {
      ...(described.length === 0 ? {} : { 'aria-describedby': described.join(' ') }),
      ...(findings.some(({ severity }) => severity === 'error') ? { 'aria-invalid': 'true' as const } : {}),
    },
  };
  const label = <Label field={node} context={context} />;
  const isGroup =
    shown !== undefined && (node.control === 'choices' || (node.control === 'switch' && node.required));
  const isBox = node.control === 'switch' && !node.required;
  return (
    <div class={findings.length === 0 ? 'field' : 'field wrong'} data-control={node.control}>
      {isGroup ? (
        <fieldset class="boxes" id={name} tabindex={-1} disabled={!mayEdit} {...asked.about}>
          <legend>{label}</legend>
          {node.control === 'choices' ? <Boxes {...asked} /> : <YesNo {...asked} />}
        </fieldset>
      ) : isBox && shown !== undefined ? (
        <label for={name} class="box">
          <Box {...asked} /> {label}
        </label>
      ) : (
        <>
          <label for={name}>{label}</label>
          {shown === undefined ? (
            <p id={name} class="quiet">
              {words.say('editor.onlyJson')}
            </p>
          ) : (
            <Input {...asked} />
          )}
        </>
      )}
      {help !== '' && (
        <p class="help" id={`help:${name}`}>
          {help}
        </p>
      )}
      <Problems name={name} findings={findings} words={words} />
      {node.upload !== undefined && shown !== undefined && (
        <UploadControl name={name} field={node} context={context} />
      )}
    </div>
  );
};

const Label: FC<{ readonly field: FormField; readonly context: FormContext }> = ({
  field,
  context: { words },
}) => (
  <>
    {fieldLabel(field.label, words.language)}
    {field.required && <span class="required"> ({words.say('editor.required')})</span>}
  </>
);

function limitText({ max, control }: FormField, { words }: FormContext): string {
  const isText = control !== 'lines' && control !== 'choices' && control !== 'json';
  return max === undefined || !isText ? '' : words.say('editor.atMost', { max });
}

type InputProps = {
  readonly name: string;
  readonly shown: readonly string[];
  readonly field: FormField;
  readonly context: FormContext;
  readonly about: { readonly 'aria-describedby'?: string; readonly 'aria-invalid'?: 'true' };
};

const Input: FC<InputProps> = ({ name, shown, field, context: { mayEdit, words }, about }) => {
  const value = shown[0] ?? '';
  const common = { id: name, name, disabled: !mayEdit, ...about };
  switch (field.control) {
    case 'longText':
    case 'html':
    case 'lines':
      // The line end that follows the tag belongs to the page, not to the text.
      return (
        <textarea
          {...common}
          rows={rowsFor(field, value)}
          data-max={field.control === 'lines' ? undefined : field.max}
        >
          {`\n${value}`}
        </textarea>
      );
    case 'choice':
      return (
        <select {...common}>
          <option value="">{words.say('editor.choose')}</option>
          {withShown(field.choices, value).map((choice) => (
            <option value={choice} selected={choice === value}>
              {choiceName(field.label, choice, words.language)}
            </option>
          ))}
        </select>
      );
    case 'text':
    case 'url':
    case 'email':
    case 'number':
    case 'secret':
    case 'switch':
    case 'choices':
    case 'json':
      return (
        <input
          {...common}
          value={value}
          inputmode={inputModes[field.control]}
          data-max={field.max}
          autocomplete="off"
        />
      );
  }
};

const inputModes: Readonly<Partial<Record<FormField['control'], 'url' | 'email' | 'decimal'>>> = {
  url: 'url',
  email: 'email',
  number: 'decimal',
};

/** What stands in the document is always among the choices: saving the form must not change it. */
function withShown(choices: readonly string[] = [], ...shown: readonly string[]): readonly string[] {
  return [...choices, ...shown.filter((choice) => choice !== '' && !choices.includes(choice))];
}

function rowsFor({ control }: FormField, value: string): number {
  const least = control === 'lines' ? 3 : 6;
  return Math.min(Math.max(least, value.split('\n').length + 1), 20);
}

/** The empty value before tells that the field was there, also when no box is ticked. */
const Boxes: FC<InputProps> = ({ name, shown, field, context: { words } }) => (
  <>
    <input type="hidden" name={name} value="" />
    {withShown(field.choices, ...shown).map((choice) => (
      <label for={choiceId(name, choice)} class="box">
        <input
          type="checkbox"
          id={choiceId(name, choice)}
          name={name}
          value={choice}
          checked={shown.includes(choice)}
        />{' '}
        {choiceName(field.label, choice, words.language)}
      </label>
    ))}
  </>
);

const choiceId = (name: string, choice: string): string => `${name}:${encodeURI(wellFormed(choice))}`;

const Box: FC<InputProps> = ({ name, shown, about, context: { mayEdit } }) => (
  <>
    <input type="hidden" name={name} value="" />
    <input
      type="checkbox"
      id={name}
      name={name}
      value="true"
      checked={shown[0] === 'true'}
      disabled={!mayEdit}
      {...about}
    />
  </>
);

const YesNo: FC<InputProps> = ({ name, shown, context: { words } }) => (
  <>
    {(['true', 'false'] as const).map((choice) => (
      <label for={choiceId(name, choice)} class="box">
        <input
          type="radio"
          id={choiceId(name, choice)}
          name={name}
          value={choice}
          checked={shown[0] === choice}
        />{' '}
        {words.say(choice === 'true' ? 'editor.yes' : 'editor.no')}
      </label>
    ))}
  </>
);
