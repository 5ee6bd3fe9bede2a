import type { FC } from 'hono/jsx';
import { endingsText } from '../../../domain/offer/upload-file';
import type { FormField } from '../../../domain/offer/form/form';
import { fieldLabel } from '../../../domain/text/fields/offer-fields';
import type { FormContext } from './view';

/** Before kind and name of the field that gets the address: `file:disk:/definition/...`. */
const filePrefix = 'file:';

type UploadControlProps = {
  readonly name: string;
  readonly field: FormField;
  readonly context: FormContext;
};

/** A file for a field that holds its address. Without JavaScript it travels with the form when that is saved. */
export const UploadControl: FC<UploadControlProps> = ({ name, field, context }) => {
  const { words, mayEdit, takesUploads } = context;
  const { upload } = field;
  if (upload === undefined || !takesUploads || !mayEdit) return <></>;
  const id = `${filePrefix}${upload}:${name}`;
  return (
    <div class="upload">
      <label for={id}>
        {words.say('editor.upload')}
        <span class="hidden-text">: {fieldLabel(field.label, words.language)}</span>
      </label>
      <input
        type="file"
        id={id}
        name={id}
        accept={endingsText(upload).replaceAll(' | ', ',')}
        data-upload={upload}
        data-fills={name}
        data-busy={words.say('editor.uploading')}
        data-done={words.say('editor.uploaded')}
        data-failed={words.say('editor.uploadFailed')}
      />
      <p class="upload-state" role="status" hidden></p>
    </div>
  );
};
