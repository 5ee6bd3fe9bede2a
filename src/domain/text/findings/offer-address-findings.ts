import type { FindingTexts } from './finding-text';

/** URLs, secrets and the lead destination. */
export const offerAddressFindings: FindingTexts = {
  'offer.url-invalid': {
    message: {
      en: '"{field}" is no web address.',
      es: '«{field}» no es una dirección web.',
      ru: '«{field}» не является веб-адресом.',
      zh: '“{field}”不是网址。',
    },
    fix: {
      en: 'Enter the whole address, beginning with https://.',
      es: 'Escriba la dirección completa, empezando por https://.',
      ru: 'Укажите полный адрес, начинающийся с https://.',
      zh: '请输入以 https:// 开头的完整地址。',
    },
  },
  'offer.url-not-https': {
    message: {
      en: 'The address in "{field}" is not https.',
      es: 'La dirección de «{field}» no es https.',
      ru: 'Адрес в поле «{field}» не использует https.',
      zh: '“{field}”中的地址不是 https。',
    },
    fix: {
      en: 'Use the https:// address of the same file or service.',
      es: 'Use la dirección https:// del mismo archivo o servicio.',
      ru: 'Используйте адрес https:// того же файла или службы.',
      zh: '请使用同一文件或服务的 https:// 地址。',
    },
  },
  'offer.url-not-public': {
    message: {
      en: 'The address in "{field}" cannot be reached from the internet.',
      es: 'La dirección de «{field}» no es accesible desde Internet.',
      ru: 'Адрес в поле «{field}» недоступен из Интернета.',
      zh: '无法从 Internet 访问“{field}”中的地址。',
    },
    fix: {
      en: 'Use the public host name of the file or service, not an IP address or an internal name.',
      es: 'Use el nombre de host público del archivo o servicio, no una dirección IP ni un nombre interno.',
      ru: 'Используйте общедоступное имя узла, а не IP-адрес и не внутреннее имя.',
      zh: '请使用文件或服务的公共主机名，而不是 IP 地址或内部名称。',
    },
  },
  'offer.url-has-credentials': {
    message: {
      en: 'The address in "{field}" holds a user name or password.',
      es: 'La dirección de «{field}» contiene un nombre de usuario o una contraseña.',
      ru: 'Адрес в поле «{field}» содержит имя пользователя или пароль.',
      zh: '“{field}”中的地址包含用户名或密码。',
    },
    fix: {
      en: 'Give access by a shared access signature or a key in the query instead.',
      es: 'Dé acceso con una firma de acceso compartido o una clave en la consulta.',
      ru: 'Предоставьте доступ с помощью подписи общего доступа или ключа в строке запроса.',
      zh: '请改用共享访问签名或查询中的密钥来授予访问权限。',
    },
  },
  'offer.secret-missing': {
    message: {
      en: 'The secret part of "{field}" is not stored.',
      es: 'La parte secreta de «{field}» no está guardada.',
      ru: 'Секретная часть поля «{field}» не сохранена.',
      zh: '未存储“{field}”的机密部分。',
    },
    fix: {
      en: 'Enter "{field}" again in full: a mask keeps a secret only where the rest is unchanged.',
      es: 'Escriba de nuevo «{field}» completo: una máscara conserva un secreto solo si el resto no cambia.',
      ru: 'Введите «{field}» заново целиком: маска сохраняет секрет, только если остальное не изменилось.',
      zh: '请重新完整输入“{field}”：只有其余部分不变时，掩码才会保留机密。',
    },
  },
  'offer.lead-destination-not-built': {
    message: {
      en: 'The lead destination "{destination}" is not supported here.',
      es: 'El destino de clientes potenciales «{destination}» no está disponible aquí.',
      ru: 'Назначение потенциальных клиентов «{destination}» здесь не поддерживается.',
      zh: '此处不支持潜在顾客目标“{destination}”。',
    },
    fix: {
      en: 'Choose None, AzureTable or HttpsEndpoint.',
      es: 'Elija None, AzureTable o HttpsEndpoint.',
      ru: 'Выберите None, AzureTable или HttpsEndpoint.',
      zh: '请选择 None、AzureTable 或 HttpsEndpoint。',
    },
  },
  'offer.lead-destination-needed': {
    message: {
      en: 'This type of offer needs a lead destination: customers can only ask for it, and nobody would hear of them.',
      es: 'Este tipo de oferta necesita un destino de clientes potenciales: los clientes solo pueden solicitarla y nadie lo sabría.',
      ru: 'Предложению этого типа нужно назначение для потенциальных клиентов: к вам можно только обратиться, и об этом никто не узнал бы.',
      zh: '此类产品/服务需要潜在顾客目标：客户只能提出咨询，否则无人知晓。',
    },
    fix: {
      en: 'Choose AzureTable or HttpsEndpoint and fill in its setting.',
      es: 'Elija AzureTable o HttpsEndpoint y rellene su configuración.',
      ru: 'Выберите AzureTable или HttpsEndpoint и заполните настройку.',
      zh: '请选择 AzureTable 或 HttpsEndpoint 并填写其设置。',
    },
  },
  'offer.connection-string-invalid': {
    message: {
      en: 'The connection string of the storage account for leads cannot be used.',
      es: 'La cadena de conexión de la cuenta de almacenamiento para clientes potenciales no se puede usar.',
      ru: 'Строку подключения учётной записи хранения для потенциальных клиентов нельзя использовать.',
      zh: '无法使用潜在顾客存储帐户的连接字符串。',
    },
    fix: {
      en: 'Copy it whole from "Access keys" of the storage account: protocol https, account name and key.',
      es: 'Cópiela completa de «Claves de acceso» de la cuenta de almacenamiento: protocolo https, nombre y clave.',
      ru: 'Скопируйте её целиком из раздела «Ключи доступа» учётной записи хранения: протокол https, имя и ключ.',
      zh: '请从存储帐户的“访问密钥”中完整复制：https 协议、帐户名称和密钥。',
    },
  },
};
