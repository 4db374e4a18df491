"""A web service on AWS: network, load balancer, containers, queue, tables, alarms. Thirty resources."""

from cdktn import (
    App,
    Fn,
    TerraformIterator,
    TerraformOutput,
    TerraformResourceLifecycle,
    TerraformStack,
    Token,
)
from constructs import Construct
from imports.aws.acm_certificate import AcmCertificate
from imports.aws.cloudwatch_log_group import CloudwatchLogGroup
from imports.aws.cloudwatch_metric_alarm import (
    CloudwatchMetricAlarm,
    CloudwatchMetricAlarmMetricQuery,
    CloudwatchMetricAlarmMetricQueryMetric,
)
from imports.aws.data_aws_availability_zones import DataAwsAvailabilityZones
from imports.aws.data_aws_iam_policy_document import (
    DataAwsIamPolicyDocument,
    DataAwsIamPolicyDocumentStatement,
    DataAwsIamPolicyDocumentStatementPrincipals,
)
from imports.aws.dynamodb_table import (
    DynamodbTable,
    DynamodbTableAttribute,
    DynamodbTablePointInTimeRecovery,
    DynamodbTableServerSideEncryption,
)
from imports.aws.ecs_cluster import EcsCluster, EcsClusterSetting
from imports.aws.ecs_service import EcsService, EcsServiceLoadBalancer, EcsServiceNetworkConfiguration
from imports.aws.ecs_task_definition import EcsTaskDefinition
from imports.aws.eip import Eip
from imports.aws.iam_role import IamRole
from imports.aws.iam_role_policy import IamRolePolicy
from imports.aws.iam_role_policy_attachment import IamRolePolicyAttachment
from imports.aws.internet_gateway import InternetGateway
from imports.aws.kms_key import KmsKey
from imports.aws.lambda_function import (
    LambdaFunction,
    LambdaFunctionDeadLetterConfig,
    LambdaFunctionEnvironment,
)
from imports.aws.lambda_permission import LambdaPermission
from imports.aws.lb import Lb, LbAccessLogs
from imports.aws.lb_listener import (
    LbListener,
    LbListenerDefaultAction,
    LbListenerDefaultActionFixedResponse,
)
from imports.aws.lb_listener_rule import (
    LbListenerRule,
    LbListenerRuleAction,
    LbListenerRuleCondition,
    LbListenerRuleConditionHttpHeader,
    LbListenerRuleConditionPathPattern,
)
from imports.aws.lb_target_group import LbTargetGroup, LbTargetGroupHealthCheck
from imports.aws.nat_gateway import NatGateway
from imports.aws.provider import AwsProvider, AwsProviderDefaultTags
from imports.aws.route import Route
from imports.aws.route53_record import Route53Record
from imports.aws.route_table import RouteTable
from imports.aws.route_table_association import RouteTableAssociation
from imports.aws.s3_bucket import S3Bucket
from imports.aws.s3_bucket_public_access_block import S3BucketPublicAccessBlock
from imports.aws.security_group import SecurityGroup, SecurityGroupEgress, SecurityGroupIngress
from imports.aws.sns_topic import SnsTopic
from imports.aws.sns_topic_subscription import SnsTopicSubscription
from imports.aws.sqs_queue import SqsQueue
from imports.aws.subnet import Subnet
from imports.aws.vpc import Vpc


class Network(Construct):
    def __init__(self, scope: Construct, id: str) -> None:
        super().__init__(scope, id)
        zones = DataAwsAvailabilityZones(self, "zones", state="available")
        self.vpc = Vpc(
            self, "vpc", cidr_block="10.0.0.0/16", enable_dns_hostnames=True, tags={"Name": "shop"}
        )
        gateway = InternetGateway(self, "gateway", vpc_id=self.vpc.id)
        table = RouteTable(self, "routes", vpc_id=self.vpc.id)
        Route(
            self,
            "internet",
            route_table_id=table.id,
            destination_cidr_block="0.0.0.0/0",
            gateway_id=gateway.id,
        )
        self.subnets = [self._subnet(number, table, zones) for number in range(2)]
        address = Eip(self, "address", domain="vpc", depends_on=[gateway])
        NatGateway(self, "nat", allocation_id=address.id, subnet_id=self.subnets[0].id)
        self.balancers = SecurityGroup(
            self,
            "balancers",
            vpc_id=self.vpc.id,
            ingress=[
                SecurityGroupIngress(from_port=443, to_port=443, protocol="tcp", cidr_blocks=["0.0.0.0/0"])
            ],
            egress=[SecurityGroupEgress(from_port=0, to_port=0, protocol="-1", cidr_blocks=["0.0.0.0/0"])],
            lifecycle=TerraformResourceLifecycle(create_before_destroy=True),
        )

    def _subnet(self, number: int, table: RouteTable, zones: DataAwsAvailabilityZones) -> Subnet:
        subnet = Subnet(
            self,
            f"subnet-{number}",
            vpc_id=self.vpc.id,
            cidr_block=Fn.cidrsubnet(self.vpc.cidr_block, 8, number),
            availability_zone=Fn.element(zones.names, number),
        )
        RouteTableAssociation(
            self, f"association-{number}", subnet_id=subnet.id, route_table_id=table.id
        )
        return subnet


class Shop(TerraformStack):
    def __init__(self, scope: Construct, id: str) -> None:
        super().__init__(scope, id)
        AwsProvider(
            self, "aws", region="eu-west-1", default_tags=[AwsProviderDefaultTags(tags={"team": "shop"})]
        )
        network = Network(self, "network")
        key = KmsKey(self, "key", description="Orders at rest", enable_key_rotation=True)

        balancer = Lb(
            self,
            "balancer",
            load_balancer_type="application",
            security_groups=[network.balancers.id],
            subnets=[subnet.id for subnet in network.subnets],
            access_logs=LbAccessLogs(bucket=self._logs().bucket, enabled=True),
        )
        group = LbTargetGroup(
            self,
            "group",
            port=8080,
            protocol="HTTP",
            target_type="ip",
            vpc_id=network.vpc.id,
            health_check=LbTargetGroupHealthCheck(path="/health", matcher="200-299"),
        )
        certificate = AcmCertificate(
            self, "certificate", domain_name="shop.example.com", validation_method="DNS"
        )
        listener = LbListener(
            self,
            "listener",
            load_balancer_arn=balancer.arn,
            port=443,
            protocol="HTTPS",
            certificate_arn=certificate.arn,
            default_action=[
                LbListenerDefaultAction(
                    type="fixed-response",
                    fixed_response=LbListenerDefaultActionFixedResponse(
                        content_type="text/plain", status_code="404"
                    ),
                )
            ],
        )
        LbListenerRule(
            self,
            "rule",
            listener_arn=listener.arn,
            action=[LbListenerRuleAction(type="forward", target_group_arn=group.arn)],
            condition=[
                LbListenerRuleCondition(
                    path_pattern=LbListenerRuleConditionPathPattern(values=["/orders/*"])
                ),
                LbListenerRuleCondition(
                    http_header=LbListenerRuleConditionHttpHeader(http_header_name="X-Shop", values=["1"])
                ),
            ],
        )
        option = certificate.domain_validation_options.get(0)
        Route53Record(
            self,
            "validation",
            zone_id="Z0000000000000",
            name=option.resource_record_name,
            type=option.resource_record_type,
            records=[option.resource_record_value],
            ttl=300,
        )

        trust = DataAwsIamPolicyDocument(
            self,
            "trust",
            statement=[
                DataAwsIamPolicyDocumentStatement(
                    actions=["sts:AssumeRole"],
                    principals=[
                        DataAwsIamPolicyDocumentStatementPrincipals(
                            type="Service", identifiers=["ecs-tasks.amazonaws.com"]
                        )
                    ],
                )
            ],
        )
        role = IamRole(self, "role", assume_role_policy=trust.json)
        IamRolePolicyAttachment(
            self,
            "execution",
            role=role.name,
            policy_arn="arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy",
        )
        orders = DynamodbTable(
            self,
            "orders",
            name="orders",
            billing_mode="PAY_PER_REQUEST",
            hash_key="id",
            attribute=[DynamodbTableAttribute(name="id", type="S")],
            server_side_encryption=DynamodbTableServerSideEncryption(enabled=True, kms_key_arn=key.arn),
            point_in_time_recovery=DynamodbTablePointInTimeRecovery(enabled=True),
        )
        IamRolePolicy(
            self,
            "table",
            role=role.id,
            policy=Fn.jsonencode(
                {"Statement": [{"Effect": "Allow", "Action": "dynamodb:*", "Resource": orders.arn}]}
            ),
        )
        output = CloudwatchLogGroup(self, "output", name="/shop/web", retention_in_days=30)
        cluster = EcsCluster(
            self,
            "cluster",
            name="shop",
            setting=[EcsClusterSetting(name="containerInsights", value="enabled")],
        )
        task = EcsTaskDefinition(
            self,
            "task",
            family="web",
            cpu="256",
            memory="512",
            network_mode="awsvpc",
            requires_compatibilities=["FARGATE"],
            execution_role_arn=role.arn,
            container_definitions=Fn.jsonencode(
                [{"name": "web", "image": "example/web:1", "logGroup": output.name}]
            ),
        )
        service = EcsService(
            self,
            "service",
            name="web",
            cluster=cluster.id,
            task_definition=task.arn,
            desired_count=2,
            network_configuration=EcsServiceNetworkConfiguration(
                subnets=[subnet.id for subnet in network.subnets], assign_public_ip=False
            ),
            load_balancer=[
                EcsServiceLoadBalancer(container_name="web", container_port=8080, target_group_arn=group.arn)
            ],
            lifecycle=TerraformResourceLifecycle(ignore_changes=["desired_count"]),
        )
        service.put_deployment_circuit_breaker(enable=True, rollback=True)

        letters = SqsQueue(self, "letters", name="dead", message_retention_seconds=1209600)
        queue = SqsQueue(
            self,
            "queue",
            name="orders",
            redrive_policy=Fn.jsonencode({"deadLetterTargetArn": letters.arn, "maxReceiveCount": 3}),
        )
        topic = SnsTopic(self, "topic", name="orders")
        SnsTopicSubscription(
            self, "subscription", topic_arn=topic.arn, protocol="sqs", endpoint=queue.arn
        )
        receipts = LambdaFunction(
            self,
            "receipts",
            function_name="receipts",
            role=role.arn,
            handler="index.handler",
            runtime="nodejs22.x",
            filename="receipts.zip",
            environment=LambdaFunctionEnvironment(variables={"TABLE": orders.name}),
            dead_letter_config=LambdaFunctionDeadLetterConfig(target_arn=letters.arn),
        )
        LambdaPermission(
            self,
            "invoke",
            action="lambda:InvokeFunction",
            function_name=receipts.function_name,
            principal="sns.amazonaws.com",
            source_arn=topic.arn,
        )
        alarms = TerraformIterator.from_list(["5XX", "4XX"])
        CloudwatchMetricAlarm(
            self,
            "alarms",
            for_each=alarms,
            alarm_name=f"shop-{Token.as_string(alarms.value)}",
            comparison_operator="GreaterThanThreshold",
            evaluation_periods=2,
            metric_query=[
                CloudwatchMetricAlarmMetricQuery(
                    id="errors",
                    return_data=True,
                    metric=CloudwatchMetricAlarmMetricQueryMetric(
                        metric_name=alarms.value, namespace="AWS/ApplicationELB", period=60, stat="Sum"
                    ),
                )
            ],
            threshold=10,
        )
        TerraformOutput(self, "address", value=balancer.dns_name)

    def _logs(self) -> S3Bucket:
        bucket = S3Bucket(self, "logs", bucket_prefix="shop-logs-")
        S3BucketPublicAccessBlock(
            self, "private", bucket=bucket.id, block_public_acls=True, block_public_policy=True
        )
        return bucket


app = App()
Shop(app, "shop")
app.synth()
