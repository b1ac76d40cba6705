//! Pages that anybody may see at any time: what is being asked, who to talk to, their information, their receipt.

pub mod accessibility;
pub mod complain;
pub mod help;
pub mod home;
pub mod privacy;
pub mod receipt;
