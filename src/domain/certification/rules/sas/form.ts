import { kept, type Rule } from '../../rule';
import type { SasUrlFacts } from '../../sas-url';

export const sasForm: Rule<SasUrlFacts> = {
  id: 'sas.url.form',
  severity: 'error',
  title: 'The SAS URL names endpoint, container and VHD',
  rationale:
    'An address without a container or a file name is the address of something else than a disk: nothing can be copied from it.',
  policy: '200.1',
  message: {
    en: 'Failure: Copying Images. Not able to download blob using provided SAS Uri due to incorrect SAS URL. It must look like {expected}.',
    es: 'Failure: Copying Images. Not able to download blob using provided SAS Uri due to incorrect SAS URL. Debe tener la forma {expected}.',
    ru: 'Failure: Copying Images. Not able to download blob using provided SAS Uri due to incorrect SAS URL. Ожидаемый вид: {expected}.',
    zh: 'Failure: Copying Images. Not able to download blob using provided SAS Uri due to incorrect SAS URL. 其格式应为 {expected}。',
  },
  fix: {
    en: 'Put container and VHD name between the blob endpoint and the SAS token.',
    es: 'Ponga el contenedor y el nombre del VHD entre el punto de conexión del blob y el token SAS.',
    ru: 'Укажите контейнер и имя VHD между конечной точкой хранилища и маркером SAS.',
    zh: '请在 Blob 终结点与 SAS 令牌之间写明容器和 VHD 名称。',
  },
  check: ({ wellFormed }) =>
    wellFormed
      ? kept
      : [{ expected: 'https://<account>.blob.core.windows.net/<container>/<name>.vhd?<SAS>' }],
};
