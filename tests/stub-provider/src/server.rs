//! Which call is which, and where it arrives.

use std::convert::Infallible;
use std::future::{Future, Ready, ready};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use http::{Request, Response};
use prost::Message;
use tokio::net::UnixListener;
use tokio_stream::wrappers::UnixListenerStream;
use tonic::Status;
use tonic::body::Body;
use tonic::server::{Grpc, UnaryService};
use tonic::transport::Server;
use tonic_prost::ProstCodec;
use tower_service::Service;

use crate::protocol::Empty;
use crate::provider::Provider;

/// Answers for a provider at a socket, until the runtime ends.
pub async fn serve(provider: Provider, listener: UnixListener) -> Result<(), tonic::transport::Error> {
    let calls = Calls(Arc::new(provider));
    Server::builder().serve_with_incoming(calls, UnixListenerStream::new(listener)).await
}

/// All calls of a provider.
#[derive(Clone)]
struct Calls(Arc<Provider>);

type Answer = Pin<Box<dyn Future<Output = Result<Response<Body>, Infallible>> + Send>>;

impl Service<Request<Body>> for Calls {
    type Response = Response<Body>;
    type Error = Infallible;
    type Future = Answer;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request<Body>) -> Answer {
        let path = request.uri().path().to_owned();
        match path.strip_prefix("/tfplugin6.Provider/").unwrap_or_default() {
            "GetProviderSchema" => self.answer(request, |provider, _: &Empty| Ok(provider.schema())),
            "GetFunctions" => self.answer(request, |provider, _: &Empty| Ok(provider.functions())),
            "GetResourceIdentitySchemas" => {
                self.answer(request, |provider, _: &Empty| Ok(provider.identity_schemas()))
            }
            // A stub has nothing to configure, renew, close or stop; and what a provider's configuration lacks may
            // come from its environment.
            "ConfigureProvider"
            | "ValidateProviderConfig"
            | "RenewEphemeralResource"
            | "CloseEphemeralResource"
            | "StopProvider" => self.answer(request, |_, _: &Empty| Ok(Empty {})),
            "ValidateResourceConfig" => self.answer(request, Provider::validate_resource),
            "ValidateDataResourceConfig" => self.answer(request, Provider::validate_data_source),
            "ValidateEphemeralResourceConfig" => self.answer(request, Provider::validate_ephemeral),
            "UpgradeResourceState" => self.answer(request, Provider::upgrade_state),
            "UpgradeResourceIdentity" => self.answer(request, Provider::upgrade_identity),
            "ReadResource" => self.answer(request, Provider::read),
            "PlanResourceChange" => self.answer(request, Provider::plan),
            "ApplyResourceChange" => self.answer(request, Provider::apply),
            "ImportResourceState" => self.answer(request, Provider::import),
            "MoveResourceState" => self.answer(request, Provider::move_state),
            "ReadDataSource" => self.answer(request, Provider::read_data_source),
            "OpenEphemeralResource" => self.answer(request, Provider::open_ephemeral),
            "CallFunction" => self.answer(request, Provider::call),
            // Terraform also asks for services of its plugin library, and goes on without them.
            _ => Box::pin(ready(Ok(Status::unimplemented(path).into_http()))),
        }
    }
}

impl Calls {
    fn answer<Q, A>(&self, request: Request<Body>, call: fn(&Provider, &Q) -> Result<A, Status>) -> Answer
    where
        Q: Message + Default + 'static,
        A: Message + Default + 'static,
    {
        let provider = Arc::clone(&self.0);
        Box::pin(async move {
            // A state may be of any size.
            let mut grpc = Grpc::new(ProstCodec::default()).max_decoding_message_size(usize::MAX);
            Ok(grpc.unary(Call { provider, call }, request).await)
        })
    }
}

/// One call of a provider.
struct Call<Q, A> {
    provider: Arc<Provider>,
    call: fn(&Provider, &Q) -> Result<A, Status>,
}

impl<Q, A> UnaryService<Q> for Call<Q, A> {
    type Response = A;
    type Future = Ready<Result<tonic::Response<A>, Status>>;

    fn call(&mut self, request: tonic::Request<Q>) -> Self::Future {
        ready((self.call)(&self.provider, request.get_ref()).map(tonic::Response::new))
    }
}
