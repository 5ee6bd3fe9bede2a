import { kept, type Rule } from '../../rule';
import type { SourceFacts } from '../../source-facts';

export const sourceIncorrectUrl: Rule<SourceFacts> = {
  id: 'sas.source.incorrect-url',
  severity: 'error',
  title: 'The storage account understands the SAS URL',
  rationale:
    'A link that was cut off or pasted into the wrong place is refused as malformed, and no repetition cures that.',
  policy: '200.1',
  message: {
    en: 'Failure: Copying Images. Not able to download blob using provided SAS Uri due to incorrect SAS URL. Invalid SAS URL ({detail}).',
    es: 'Failure: Copying Images. Not able to download blob using provided SAS Uri due to incorrect SAS URL. URL SAS no válida ({detail}).',
    ru: 'Failure: Copying Images. Not able to download blob using provided SAS Uri due to incorrect SAS URL. Неверный URL-адрес SAS ({detail}).',
    zh: 'Failure: Copying Images. Not able to download blob using provided SAS Uri due to incorrect SAS URL. SAS URL 无效 ({detail})。',
  },
  fix: {
    en: 'Copy the SAS URL anew from the storage account, put the VHD name before the "?", and publish again.',
    es: 'Copie de nuevo la URL SAS de la cuenta de almacenamiento, ponga el nombre del VHD antes de "?" y publique de nuevo.',
    ru: 'Скопируйте URL-адрес SAS из учётной записи хранения заново, укажите имя VHD перед "?" и опубликуйте снова.',
    zh: '请从存储帐户重新复制 SAS URL，将 VHD 名称放在 "?" 之前，然后重新发布。',
  },
  check: (source) =>
    source.kind === 'refused' && source.reason === 'badUrl'
      ? [{ actual: `${source.status}`, params: { detail: source.detail } }]
      : kept,
};
