//! A topic whose messages go to many queues: a component that takes a scope, used twice in one stack.

use ferroform::functions::jsonencode;
use ferroform::{App, Error, Map, Output, Scope, Value, Variable, object, template};
use ferroform_aws::sns_topic::SnsTopicRef;
use ferroform_aws::sqs_queue::SqsQueueRef;
use ferroform_aws::{
    AwsProvider, CloudwatchMetricAlarm, SnsTopic, SnsTopicSubscription, SqsQueue, SqsQueuePolicy,
};

/// A topic and its queues.
struct FanOut {
    topic: SnsTopicRef,
    queues: Vec<(String, SqsQueueRef)>,
}

/// What goes into one of the queues.
#[derive(Clone, Default)]
struct Subscriber<'a> {
    name: &'a str,
    /// Only messages with one of these kinds; all where there is none.
    kinds: &'a [&'a str],
    /// How often a message is tried before it is laid aside.
    attempts: u16,
}

impl FanOut {
    fn new(
        scope: &Scope,
        name: &str,
        subscribers: &[Subscriber<'_>],
        alarms: Option<&SnsTopicRef>,
    ) -> Result<Self, Error> {
        let scope = scope.scope(name);
        let topic = SnsTopic {
            name: name.into(),
            kms_master_key_id: "alias/aws/sns".into(),
            tags: [("component", "fan-out")].into(),
            ..Default::default()
        };
        let topic = scope.add("topic", topic)?;
        let mut queues = Vec::new();
        for subscriber in subscribers {
            let queue = subscriber.declare(&scope, name, &topic, alarms)?;
            queues.push((subscriber.name.to_owned(), queue));
        }
        Ok(Self { topic, queues })
    }

    fn urls(&self) -> Value<Map<String>> {
        self.queues.iter().map(|(name, queue)| (name, queue.url())).collect()
    }
}

impl Subscriber<'_> {
    fn declare(
        &self,
        scope: &Scope,
        prefix: &str,
        topic: &SnsTopicRef,
        alarms: Option<&SnsTopicRef>,
    ) -> Result<SqsQueueRef, Error> {
        let scope = scope.scope(self.name);
        let name = format!("{prefix}-{}", self.name);
        let aside = SqsQueue {
            name: format!("{name}-aside").into(),
            message_retention_seconds: (14 * 24 * 60 * 60).into(),
            ..Default::default()
        };
        let aside = scope.add("aside", aside)?;
        let redrive = object! { "deadLetterTargetArn" => aside.arn(), "maxReceiveCount" => self.attempts };
        let queue = SqsQueue {
            name: name.as_str().into(),
            visibility_timeout_seconds: 60.into(),
            receive_wait_time_seconds: 20.into(),
            redrive_policy: jsonencode(redrive),
            ..Default::default()
        };
        let queue = scope.add("queue", queue)?;
        let policy = object! {
            "Version" => "2012-10-17",
            "Statement" => [object! {
                "Effect" => "Allow",
                "Action" => "sqs:SendMessage",
                "Principal" => object! { "Service" => "sns.amazonaws.com" },
                "Resource" => queue.arn(),
                "Condition" => object! { "ArnEquals" => object! { "aws:SourceArn" => topic.arn() } },
            }],
        };
        scope.add("policy", SqsQueuePolicy::new(jsonencode(policy), queue.url()))?;
        let filter = (!self.kinds.is_empty()).then(|| jsonencode(object! { "kind" => self.kinds }));
        let subscription = SnsTopicSubscription {
            raw_message_delivery: true.into(),
            filter_policy: filter.unwrap_or_default(),
            ..SnsTopicSubscription::new(queue.arn(), "sqs", topic.arn())
        };
        scope.add("subscription", subscription)?;
        if let Some(alarms) = alarms {
            let alarm = CloudwatchMetricAlarm {
                namespace: "AWS/SQS".into(),
                metric_name: "ApproximateNumberOfMessagesVisible".into(),
                statistic: "Maximum".into(),
                period: 60.into(),
                threshold: 0.into(),
                dimensions: [("QueueName", aside.name())].into(),
                alarm_actions: [alarms.arn()].into(),
                ..CloudwatchMetricAlarm::new(template!("{name}-aside"), "GreaterThanThreshold", 1)
            };
            scope.add("alarm", alarm)?;
        }
        Ok(queue)
    }
}

fn main() -> Result<(), Error> {
    let app = App::new();
    let stack = app.stack("messages");
    let region = stack.variable("region", Variable::<String>::new().default("eu-west-1"))?;
    stack.provider(AwsProvider { region, ..Default::default() })?;
    let alarms = stack.add("alarms", SnsTopic { name: "alarms".into(), ..Default::default() })?;

    let mail = Subscriber { name: "mail", attempts: 5, ..Default::default() };
    let billing = Subscriber { name: "billing", kinds: &["placed", "cancelled"], attempts: 10 };
    let orders = FanOut::new(&stack, "orders", &[mail.clone(), billing], Some(&alarms))?;
    let users = FanOut::new(&stack, "users", &[mail], None)?;

    stack.output("orders", Output::new(orders.urls()).description("Where order messages wait"))?;
    stack.output("users", users.urls())?;
    stack.output("topics", [orders.topic.arn(), users.topic.arn()])?;
    app.synth()
}
