/** A package as a larger solution has it: 200 resources in 30 nested templates, with everything wired by expressions. */
export function samplePackage(): readonly { readonly path: string; readonly text: string }[] {
  const nested = Array.from({ length: nestedTemplates }, (_, index) => nestedDeployment(index));
  return Object.entries({
    'mainTemplate.json': template(mainParameters, [usageAttribution, ...nested]),
    'createUiDefinition.json': createUiDefinition(),
  }).map(([path, content]) => ({ path, text: JSON.stringify(content, null, 2) }));
}

const nestedTemplates = 30;
const resources = 200;

type Json = Readonly<Record<string, unknown>>;

const mainParameters: Readonly<Record<string, { readonly type: string } & Json>> = {
  location: { type: 'string', defaultValue: '[resourceGroup().location]' },
  prefix: { type: 'string', metadata: { description: 'Begins the names of all resources.' } },
  adminUsername: { type: 'string' },
  adminPassword: { type: 'securestring' },
  vmSize: { type: 'string', defaultValue: 'Standard_D2s_v5' },
  _artifactsLocation: { type: 'string', defaultValue: '[deployment().properties.templateLink.uri]' },
  _artifactsLocationSasToken: { type: 'securestring', defaultValue: '' },
};

const networkVariables: Json = {
  networkName: "[concat(parameters('prefix'), '-net')]",
  subnetName: 'machines',
  subnetId:
    "[resourceId('Microsoft.Network/virtualNetworks/subnets', variables('networkName'), variables('subnetName'))]",
};

const machineVariables: Json = {
  scriptUri:
    "[uri(parameters('_artifactsLocation'), concat('scripts/install.sh', parameters('_artifactsLocationSasToken')))]",
  image: {
    publisher: 'Canonical',
    offer: '0001-com-ubuntu-server-jammy',
    sku: '22_04-lts',
    version: 'latest',
  },
};

const usageAttribution: Json = {
  type: 'Microsoft.Resources/deployments',
  apiVersion: '2022-09-01',
  name: 'pid-6f1b8a3e-52d4-4c60-9a27-0d1f8e5b7c94',
  properties: {
    mode: 'Incremental',
    template: {
      $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
      contentVersion: '1.0.0.0',
      resources: [],
    },
  },
};

function template(parameters: Json, content: readonly Json[]): Json {
  const isMain = parameters === mainParameters;
  return {
    $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
    contentVersion: '1.0.0.0',
    parameters,
    variables: { ...networkVariables, ...(isMain ? {} : machineVariables) },
    resources: content,
    outputs: {
      network: { type: 'string', value: "[variables('networkName')]" },
      subnet: { type: 'string', value: "[variables('subnetId')]" },
    },
  };
}

function nestedDeployment(index: number): Json {
  const names = Object.keys(mainParameters);
  const share =
    Math.floor(((index + 1) * resources) / nestedTemplates) -
    Math.floor((index * resources) / nestedTemplates);
  const inner = Object.fromEntries(
    Object.entries(mainParameters).map(([name, { type }]) => [name, { type }]),
  );
  return {
    type: 'Microsoft.Resources/deployments',
    apiVersion: '2022-09-01',
    name: `[concat(parameters('prefix'), '-part-${index}')]`,
    properties: {
      mode: 'Incremental',
      expressionEvaluationOptions: { scope: 'inner' },
      parameters: Object.fromEntries(names.map((name) => [name, { value: `[parameters('${name}')]` }])),
      template: template(
        inner,
        Array.from({ length: share }, (_, place) => resource(index, place)),
      ),
    },
  };
}

function resource(index: number, place: number): Json {
  const name = `${index}-${place}`;
  const kinds = [machine, storage, networkInterface, extension];
  return (kinds[place % kinds.length] ?? machine)(name);
}

function machine(name: string): Json {
  return {
    type: 'Microsoft.Compute/virtualMachines',
    apiVersion: '2023-09-01',
    name: `[concat(parameters('prefix'), '-vm-${name}')]`,
    location: "[parameters('location')]",
    tags: { part: name, prefix: "[parameters('prefix')]" },
    identity: { type: 'SystemAssigned' },
    dependsOn: [
      `[resourceId('Microsoft.Network/networkInterfaces', concat(parameters('prefix'), '-nic-${name}'))]`,
      "[resourceId('Microsoft.Network/virtualNetworks', variables('networkName'))]",
    ],
    properties: {
      hardwareProfile: { vmSize: "[parameters('vmSize')]" },
      osProfile: {
        computerName: `[take(concat(parameters('prefix'), '${name}'), 15)]`,
        adminUsername: "[parameters('adminUsername')]",
        adminPassword: "[parameters('adminPassword')]",
        linuxConfiguration: { disablePasswordAuthentication: false, provisionVMAgent: true },
      },
      storageProfile: {
        imageReference: "[variables('image')]",
        osDisk: { createOption: 'FromImage', managedDisk: { storageAccountType: 'Premium_LRS' } },
        dataDisks: [{ lun: 0, diskSizeGB: 128, createOption: 'Empty', caching: 'ReadOnly' }],
      },
      networkProfile: {
        networkInterfaces: [
          {
            id: `[resourceId('Microsoft.Network/networkInterfaces', concat(parameters('prefix'), '-nic-${name}'))]`,
            properties: { primary: true },
          },
        ],
      },
      diagnosticsProfile: { bootDiagnostics: { enabled: true } },
    },
  };
}

function storage(name: string): Json {
  return {
    type: 'Microsoft.Storage/storageAccounts',
    apiVersion: '2023-01-01',
    name: `[toLower(concat(parameters('prefix'), uniqueString(resourceGroup().id, '${name}')))]`,
    location: "[parameters('location')]",
    kind: 'StorageV2',
    sku: { name: 'Standard_LRS' },
    properties: {
      minimumTlsVersion: 'TLS1_2',
      allowBlobPublicAccess: false,
      supportsHttpsTrafficOnly: true,
      networkAcls: {
        bypass: 'AzureServices',
        defaultAction: 'Deny',
        virtualNetworkRules: [{ id: "[variables('subnetId')]", action: 'Allow' }],
      },
    },
  };
}

function networkInterface(name: string): Json {
  return {
    type: 'Microsoft.Network/networkInterfaces',
    apiVersion: '2023-09-01',
    name: `[concat(parameters('prefix'), '-nic-${name}')]`,
    location: "[parameters('location')]",
    properties: {
      enableAcceleratedNetworking: true,
      ipConfigurations: [
        {
          name: 'ipconfig1',
          properties: {
            privateIPAllocationMethod: 'Dynamic',
            subnet: { id: "[variables('subnetId')]" },
          },
        },
      ],
    },
  };
}

function extension(name: string): Json {
  return {
    type: 'Microsoft.Compute/virtualMachines/extensions',
    apiVersion: '2023-09-01',
    name: `[concat(parameters('prefix'), '-vm-${name}', '/install')]`,
    location: "[parameters('location')]",
    properties: {
      publisher: 'Microsoft.Azure.Extensions',
      type: 'CustomScript',
      typeHandlerVersion: '2.1',
      autoUpgradeMinorVersion: true,
      settings: { fileUris: ["[variables('scriptUri')]"] },
      protectedSettings: {
        commandToExecute: "[concat('bash install.sh ', parameters('adminPassword'))]",
      },
    },
  };
}

function createUiDefinition(): Json {
  const names = ['prefix', 'adminUsername', 'adminPassword', 'vmSize'];
  return {
    $schema: 'https://schema.management.azure.com/schemas/0.1.2-preview/CreateUIDefinition.MultiVm.json#',
    handler: 'Microsoft.Azure.CreateUIDef',
    version: '0.1.2-preview',
    parameters: {
      basics: names.map((name) => ({
        name,
        type: name === 'adminPassword' ? 'Microsoft.Common.PasswordBox' : 'Microsoft.Common.TextBox',
        label: name,
        toolTip: `What ${name} is for.`,
        constraints: { required: true, regex: '^[a-z0-9]{12,30}$', validationMessage: 'Letters and digits.' },
      })),
      steps: [],
      outputs: {
        location: '[location()]',
        ...Object.fromEntries(names.map((name) => [name, `[basics('${name}')]`])),
      },
    },
  };
}
