import { kept, type Rule } from '../../rule';
import { asWritten, type SasUrlFacts } from '../../sas-url';

export const sasContainerLevel: Rule<SasUrlFacts> = {
  id: 'sas.resource.container',
  severity: 'error',
  title: 'The SAS is made for the container',
  rationale:
    'A signature for one blob cannot list the container, and one for the account opens far more than the image. The copy needs the container and nothing else.',
  policy: '200.1',
  message: {
    en: 'The SAS must be made for the container ({expected}); it says {actual}.',
    es: 'La SAS debe generarse para el contenedor ({expected}); indica {actual}.',
    ru: 'Маркер SAS должен быть создан для контейнера ({expected}); указано {actual}.',
    zh: 'SAS 必须在容器级别生成 ({expected})；当前为 {actual}。',
  },
  fix: {
    en: 'Make the shared access signature on the container that holds the VHD, not on the blob or the account.',
    es: 'Genere la firma de acceso compartido en el contenedor que contiene el VHD, no en el blob ni en la cuenta.',
    ru: 'Создайте подпись общего доступа для контейнера с VHD, а не для объекта или учётной записи.',
    zh: '请在存放 VHD 的容器上生成共享访问签名，而不是在 Blob 或帐户上。',
  },
  check: ({ wellFormed, hasQuery, resource }) =>
    !wellFormed || !hasQuery || (resource.length === 1 && resource[0] === 'c')
      ? kept
      : [{ expected: 'sr=c', actual: asWritten('sr', resource) }],
};
