console.log('models: nothing to build yet');
