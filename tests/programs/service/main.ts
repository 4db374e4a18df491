// A web service on AWS: network, load balancer, containers, queue, tables, alarms. Thirty resources, one through the barrel.

import { App, Fn, TerraformIterator, TerraformOutput, TerraformStack } from "cdktn";
import { Construct } from "constructs";
import { kmsKey } from "./.gen/providers/aws";
import { AcmCertificate } from "./.gen/providers/aws/acm-certificate";
import { CloudwatchLogGroup } from "./.gen/providers/aws/cloudwatch-log-group";
import { CloudwatchMetricAlarm } from "./.gen/providers/aws/cloudwatch-metric-alarm";
import { DataAwsAvailabilityZones } from "./.gen/providers/aws/data-aws-availability-zones";
import { DataAwsIamPolicyDocument } from "./.gen/providers/aws/data-aws-iam-policy-document";
import { DynamodbTable } from "./.gen/providers/aws/dynamodb-table";
import { EcsCluster } from "./.gen/providers/aws/ecs-cluster";
import { EcsService } from "./.gen/providers/aws/ecs-service";
import { EcsTaskDefinition } from "./.gen/providers/aws/ecs-task-definition";
import { Eip } from "./.gen/providers/aws/eip";
import { IamRole } from "./.gen/providers/aws/iam-role";
import { IamRolePolicy } from "./.gen/providers/aws/iam-role-policy";
import { IamRolePolicyAttachment } from "./.gen/providers/aws/iam-role-policy-attachment";
import { InternetGateway } from "./.gen/providers/aws/internet-gateway";
import { LambdaFunction } from "./.gen/providers/aws/lambda-function";
import { LambdaPermission } from "./.gen/providers/aws/lambda-permission";
import { Lb } from "./.gen/providers/aws/lb";
import { LbListener } from "./.gen/providers/aws/lb-listener";
import { LbListenerRule } from "./.gen/providers/aws/lb-listener-rule";
import { LbTargetGroup } from "./.gen/providers/aws/lb-target-group";
import { NatGateway } from "./.gen/providers/aws/nat-gateway";
import { AwsProvider } from "./.gen/providers/aws/provider";
import { Route } from "./.gen/providers/aws/route";
import { RouteTable } from "./.gen/providers/aws/route-table";
import { RouteTableAssociation } from "./.gen/providers/aws/route-table-association";
import { Route53Record } from "./.gen/providers/aws/route53-record";
import { S3Bucket } from "./.gen/providers/aws/s3-bucket";
import { S3BucketPublicAccessBlock } from "./.gen/providers/aws/s3-bucket-public-access-block";
import { SecurityGroup } from "./.gen/providers/aws/security-group";
import { SnsTopic } from "./.gen/providers/aws/sns-topic";
import { SnsTopicSubscription } from "./.gen/providers/aws/sns-topic-subscription";
import { SqsQueue } from "./.gen/providers/aws/sqs-queue";
import { Subnet } from "./.gen/providers/aws/subnet";
import { Vpc } from "./.gen/providers/aws/vpc";

class Network extends Construct {
  readonly vpc: Vpc;
  readonly subnets: Subnet[];
  readonly balancers: SecurityGroup;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    const zones = new DataAwsAvailabilityZones(this, "zones", { state: "available" });
    this.vpc = new Vpc(this, "vpc", { cidrBlock: "10.0.0.0/16", enableDnsHostnames: true, tags: { Name: "shop" } });
    const gateway = new InternetGateway(this, "gateway", { vpcId: this.vpc.id });
    const table = new RouteTable(this, "routes", { vpcId: this.vpc.id });
    new Route(this, "internet", { routeTableId: table.id, destinationCidrBlock: "0.0.0.0/0", gatewayId: gateway.id });
    this.subnets = [0, 1].map((number) => {
      const subnet = new Subnet(this, `subnet-${number}`, {
        vpcId: this.vpc.id,
        cidrBlock: Fn.cidrsubnet(this.vpc.cidrBlock, 8, number),
        availabilityZone: Fn.element(zones.names, number),
      });
      new RouteTableAssociation(this, `association-${number}`, { subnetId: subnet.id, routeTableId: table.id });
      return subnet;
    });
    const address = new Eip(this, "address", { domain: "vpc", dependsOn: [gateway] });
    new NatGateway(this, "nat", { allocationId: address.id, subnetId: this.subnets[0].id });
    this.balancers = new SecurityGroup(this, "balancers", {
      vpcId: this.vpc.id,
      ingress: [{ fromPort: 443, toPort: 443, protocol: "tcp", cidrBlocks: ["0.0.0.0/0"] }],
      egress: [{ fromPort: 0, toPort: 0, protocol: "-1", cidrBlocks: ["0.0.0.0/0"] }],
      lifecycle: { createBeforeDestroy: true },
    });
  }
}

class Shop extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new AwsProvider(this, "aws", { region: "eu-west-1", defaultTags: [{ tags: { team: "shop" } }] });
    const network = new Network(this, "network");
    const key = new kmsKey.KmsKey(this, "key", { description: "Orders at rest", enableKeyRotation: true });

    const balancer = new Lb(this, "balancer", {
      loadBalancerType: "application",
      securityGroups: [network.balancers.id],
      subnets: network.subnets.map((subnet) => subnet.id),
      accessLogs: { bucket: this.logs().bucket, enabled: true },
    });
    const group = new LbTargetGroup(this, "group", {
      port: 8080,
      protocol: "HTTP",
      targetType: "ip",
      vpcId: network.vpc.id,
      healthCheck: { path: "/health", matcher: "200-299" },
    });
    const certificate = new AcmCertificate(this, "certificate", {
      domainName: "shop.example.com",
      validationMethod: "DNS",
    });
    const listener = new LbListener(this, "listener", {
      loadBalancerArn: balancer.arn,
      port: 443,
      protocol: "HTTPS",
      certificateArn: certificate.arn,
      defaultAction: [{ type: "fixed-response", fixedResponse: { contentType: "text/plain", statusCode: "404" } }],
    });
    new LbListenerRule(this, "rule", {
      listenerArn: listener.arn,
      action: [{ type: "forward", targetGroupArn: group.arn }],
      condition: [{ pathPattern: { values: ["/orders/*"] } }, { httpHeader: { httpHeaderName: "X-Shop", values: ["1"] } }],
    });
    const options = certificate.domainValidationOptions;
    new Route53Record(this, "validation", {
      zoneId: "Z0000000000000",
      name: options.get(0).resourceRecordName,
      type: options.get(0).resourceRecordType,
      records: [options.get(0).resourceRecordValue],
      ttl: 300,
    });

    const trust = new DataAwsIamPolicyDocument(this, "trust", {
      statement: [
        { actions: ["sts:AssumeRole"], principals: [{ type: "Service", identifiers: ["ecs-tasks.amazonaws.com"] }] },
      ],
    });
    const role = new IamRole(this, "role", { assumeRolePolicy: trust.json });
    new IamRolePolicyAttachment(this, "execution", {
      role: role.name,
      policyArn: "arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy",
    });
    const orders = new DynamodbTable(this, "orders", {
      name: "orders",
      billingMode: "PAY_PER_REQUEST",
      hashKey: "id",
      attribute: [{ name: "id", type: "S" }],
      serverSideEncryption: { enabled: true, kmsKeyArn: key.arn },
      pointInTimeRecovery: { enabled: true },
    });
    new IamRolePolicy(this, "table", {
      role: role.id,
      policy: Fn.jsonencode({ Statement: [{ Effect: "Allow", Action: "dynamodb:*", Resource: orders.arn }] }),
    });
    const output = new CloudwatchLogGroup(this, "output", { name: "/shop/web", retentionInDays: 30 });
    const cluster = new EcsCluster(this, "cluster", {
      name: "shop",
      setting: [{ name: "containerInsights", value: "enabled" }],
    });
    const task = new EcsTaskDefinition(this, "task", {
      family: "web",
      cpu: "256",
      memory: "512",
      networkMode: "awsvpc",
      requiresCompatibilities: ["FARGATE"],
      executionRoleArn: role.arn,
      containerDefinitions: Fn.jsonencode([{ name: "web", image: "example/web:1", logGroup: output.name }]),
    });
    const service = new EcsService(this, "service", {
      name: "web",
      cluster: cluster.id,
      taskDefinition: task.arn,
      desiredCount: 2,
      networkConfiguration: { subnets: network.subnets.map((subnet) => subnet.id), assignPublicIp: false },
      loadBalancer: [{ containerName: "web", containerPort: 8080, targetGroupArn: group.arn }],
      lifecycle: { ignoreChanges: ["desired_count"] },
    });
    service.putDeploymentCircuitBreaker({ enable: true, rollback: true });

    const letters = new SqsQueue(this, "letters", { name: "dead", messageRetentionSeconds: 1209600 });
    const queue = new SqsQueue(this, "queue", {
      name: "orders",
      redrivePolicy: Fn.jsonencode({ deadLetterTargetArn: letters.arn, maxReceiveCount: 3 }),
    });
    const topic = new SnsTopic(this, "topic", { name: "orders" });
    new SnsTopicSubscription(this, "subscription", { topicArn: topic.arn, protocol: "sqs", endpoint: queue.arn });
    const receipts = new LambdaFunction(this, "receipts", {
      functionName: "receipts",
      role: role.arn,
      handler: "index.handler",
      runtime: "nodejs22.x",
      filename: "receipts.zip",
      environment: { variables: { TABLE: orders.name } },
      deadLetterConfig: { targetArn: letters.arn },
    });
    new LambdaPermission(this, "invoke", {
      action: "lambda:InvokeFunction",
      functionName: receipts.functionName,
      principal: "sns.amazonaws.com",
      sourceArn: topic.arn,
    });
    const alarms = TerraformIterator.fromList(["5XX", "4XX"]);
    new CloudwatchMetricAlarm(this, "alarms", {
      forEach: alarms,
      alarmName: `shop-${alarms.value}`,
      comparisonOperator: "GreaterThanThreshold",
      evaluationPeriods: 2,
      metricQuery: [
        { id: "errors", returnData: true, metric: { metricName: alarms.value, namespace: "AWS/ApplicationELB", period: 60, stat: "Sum" } },
      ],
      threshold: 10,
    });
    new TerraformOutput(this, "address", { value: balancer.dnsName });
  }

  private logs(): S3Bucket {
    const bucket = new S3Bucket(this, "logs", { bucketPrefix: "shop-logs-" });
    new S3BucketPublicAccessBlock(this, "private", { bucket: bucket.id, blockPublicAcls: true, blockPublicPolicy: true });
    return bucket;
  }
}

const app = new App();
new Shop(app, "shop");
app.synth();
