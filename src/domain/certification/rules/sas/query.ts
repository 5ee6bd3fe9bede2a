import { kept, type Rule } from '../../rule';
import type { SasUrlFacts } from '../../sas-url';

export const sasQuery: Rule<SasUrlFacts> = {
  id: 'sas.url.query',
  severity: 'error',
  title: 'The SAS URL carries a signed token',
  rationale: 'Images lie in private containers. Without the signature the storage account refuses the copy.',
  policy: '200.1',
  message: {
    en: 'Failure: Copying Images. Not able to download blob using provided SAS Uri due to incorrect SAS URL. There is no "?" with a signed SAS token after the VHD name.',
    es: 'Failure: Copying Images. Not able to download blob using provided SAS Uri due to incorrect SAS URL. Falta "?" con un token SAS firmado después del nombre del VHD.',
    ru: 'Failure: Copying Images. Not able to download blob using provided SAS Uri due to incorrect SAS URL. После имени VHD нет "?" с подписанным маркером SAS.',
    zh: 'Failure: Copying Images. Not able to download blob using provided SAS Uri due to incorrect SAS URL. VHD 名称后缺少 "?" 和已签名的 SAS 令牌。',
  },
  fix: {
    en: 'Make a shared access signature for the container and append it to the VHD address after a "?".',
    es: 'Genere una firma de acceso compartido para el contenedor y añádala a la dirección del VHD después de "?".',
    ru: 'Создайте подписанный URL-адрес (SAS) для контейнера и добавьте маркер к адресу VHD после "?".',
    zh: '请为容器生成共享访问签名，并将其附加在 VHD 地址的 "?" 之后。',
  },
  check: ({ wellFormed, hasQuery, hasSignature }) =>
    !wellFormed || (hasQuery && hasSignature) ? kept : [{ expected: '?' }],
};
